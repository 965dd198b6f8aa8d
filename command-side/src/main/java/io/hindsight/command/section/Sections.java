package io.hindsight.command.section;

import io.hindsight.command.decision.Part;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.words.Section;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The text of each written section. */
public final class Sections implements Part {
    private final Map<Section, String> texts = new EnumMap<>(Section.class);

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof SectionWritten e) {
            texts.put(e.section(), e.text());
        }
    }

    /** The section's text, empty where nobody wrote it. */
    String text(Section section) {
        return texts.getOrDefault(section, "");
    }

    public boolean isWritten(Section section) {
        return !text(section).isBlank();
    }
}
