package io.hindsight.command.policy;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Prompts;
import io.hindsight.events.PolicyEvent;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.ImpactFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What an administrator can change of the document: its words, headings, prompts and figures. */
public sealed interface DocumentPolicyCommand extends PolicyCommand {
    /** What a blame-free text does not say. */
    record ChangeBlamingWords(@NotNull @Size(max = PhraseGiven.MOST) List<@NotNull @Valid PhraseGiven> words)
            implements DocumentPolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.BlamingWordsChanged(PhraseGiven.values(words));
        }
    }

    /** What an external message does not say. */
    record ChangeOutageWords(@NotNull @Size(max = PhraseGiven.MOST) List<@NotNull @Valid PhraseGiven> words)
            implements DocumentPolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.OutageWordsChanged(PhraseGiven.values(words));
        }
    }

    /**
     * A word or phrase to do without.
     *
     * @param instead what says the same more gently; left out where nothing does
     */
    record PhraseGiven(
            @NotBlank @Size(max = Limits.NAME) String word,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.LINE)
                    String instead) {
        static final int MOST = 500;

        static List<GentlerPhrase> values(List<PhraseGiven> given) {
            return given.stream()
                    .map(phrase -> new GentlerPhrase(phrase.word(), phrase.instead()))
                    .toList();
        }
    }

    /** The heading of the contributing factors, such as “Root causes”. */
    record ChangeFactorsLabel(@NotBlank @Size(max = Limits.NAME) String label) implements DocumentPolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.FactorsLabelChanged(label);
        }
    }

    /** The figures that the impact is measured by, beside those that everybody has. */
    record ChangeImpactFigures(@NotNull @Size(max = Limits.LIST) List<@NotNull @Valid ImpactFigureGiven> figures)
            implements DocumentPolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.ImpactFiguresChanged(figures.stream()
                    .map(given -> new ImpactFigure(given.id(), given.label(), given.unit()))
                    .toList());
        }

        @Override
        public Map<String, String> malformed() {
            return figures.stream().anyMatch(ImpactFigureGiven::isEverybodys)
                    ? Map.of("figures", "An id is that of a figure that everybody has")
                    : PolicyCommand.once("figures", "id", figures, ImpactFigureGiven::id);
        }
    }

    /**
     * One figure of the impact.
     *
     * @param id how it is called in the document
     * @param unit what is counted; left out for a bare number
     */
    record ImpactFigureGiven(
            @NotNull
                    @Pattern(
                            regexp = "[a-z][A-Za-z0-9]{0,63}",
                            message = "must be 1 to 64 letters and digits, the first a lower-case letter")
                    String id,
            @NotBlank @Size(max = Limits.NAME) String label,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.NAME)
                    String unit) {
        private boolean isEverybodys() {
            return Arrays.stream(ImpactFigures.class.getRecordComponents())
                    .anyMatch(component -> component.getName().equals(id));
        }
    }

    /**
     * What belongs in a section.
     *
     * @param section its name, as {@code GET /api/policy} lists them
     * @param prompt empty for none
     */
    record ChangeSectionPrompt(
            @NotNull @Size(max = Limits.NAME) String section, @NotNull @Size(max = 2_000) String prompt)
            implements DocumentPolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.SectionPromptChanged(section, prompt);
        }

        @Override
        public Map<String, String> malformed() {
            return Prompts.has(section) ? Map.of() : Map.of("section", "The document has no such section");
        }
    }
}
