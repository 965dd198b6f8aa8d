package io.hindsight.events;

import io.hindsight.words.Section;

/** The written sections of the document. */
public sealed interface SectionEvent extends PostmortemEvent {

    /** Somebody wrote a section; its whole text, in Markdown, empty for none.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs("section-written")
    record SectionWritten(Section section, String text, boolean minor) implements SectionEvent {}
}
