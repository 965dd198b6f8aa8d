package io.hindsight.command.section;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.words.Section;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;

/** What can be done to the written sections. */
public sealed interface SectionCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /**
     * Replaces the text of a section.
     *
     * @param text Markdown; empty for none
     * @param minor leaves earlier reviews standing (rule {@code review.stale}); a reason has to go with it
     */
    record WriteSection(@NotNull Section section, @NotNull @Size(max = Limits.SECTION) String text, Boolean minor)
            implements SectionCommand {

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        public void decide(Decision decision) {
            if (decision.the(Sections.class).text(section).equals(text)) {
                return;
            }
            decision.requireEditable();
            decision.requireBlameless(new Text("text", text));
            decision.requireTypoSize(
                    Boolean.TRUE.equals(minor),
                    !text.isBlank() && decision.the(Sections.class).isWritten(section),
                    "Writing a section first, or emptying it,");
            decision.emit(new SectionWritten(section, text, Boolean.TRUE.equals(minor)));
        }
    }

    /** What the rules find in the sections as they stand. */
    static void assess(Decision decision) {
        Sections sections = decision.the(Sections.class);
        decision.requireBlameless(Arrays.stream(Section.values())
                .map(section -> new Text("sections." + section + ".text", sections.text(section)))
                .toArray(Text[]::new));
    }
}
