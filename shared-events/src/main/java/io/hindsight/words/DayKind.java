package io.hindsight.words;

/** Which days a deadline counts. Written in kebab-case, as {@link #toString()} says it. */
public enum DayKind {
    CALENDAR,
    BUSINESS;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
