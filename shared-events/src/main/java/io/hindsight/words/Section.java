package io.hindsight.words;

/** A written section of the document. Written in kebab-case, as {@link #toString()} says it. */
public enum Section {
    OVERVIEW,
    WHAT_HAPPENED,
    RESOLUTION,
    IMPACT,
    DETECTION,
    TRIGGER,
    LESSONS_LEARNED,
    WHERE_WE_GOT_LUCKY;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
