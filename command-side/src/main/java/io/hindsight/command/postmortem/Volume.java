package io.hindsight.command.postmortem;

import io.hindsight.command.decision.Part;
import io.hindsight.events.ActionItemEvent;
import io.hindsight.events.CommentEvent;
import io.hindsight.events.ExternalMessageEvent;
import io.hindsight.events.FactorEvent;
import io.hindsight.events.PointEvent;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent;
import io.hindsight.words.Section;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much people have written, so that the document stays one that a read model can keep: MongoDB takes 16 MiB. What a
 * correction replaced counts on, since the document may still show it; what a section said before does not.
 */
final class Volume implements Part {
    /** In characters, of which UTF-8 takes up to three bytes each. */
    static final long MOST = 4_000_000;

    private long characters;
    private final Map<Section, Long> sections = new EnumMap<>(Section.class);

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof SectionWritten e) {
            long now = e.text().length();
            Long before = sections.put(e.section(), now);
            characters += now - (before == null ? 0 : before);
        } else if (isWritten(event)) {
            // Of a record, all that it holds, with the names of its fields.
            characters += event.toString().length();
        }
    }

    private static boolean isWritten(PostmortemEvent event) {
        return event instanceof TimelineEvent
                || event instanceof FactorEvent
                || event instanceof PointEvent
                || event instanceof ActionItemEvent
                || event instanceof CommentEvent
                || event instanceof ReviewEvent
                || event instanceof ExternalMessageEvent;
    }

    long characters() {
        return characters;
    }
}
