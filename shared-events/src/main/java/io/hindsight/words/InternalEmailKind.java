package io.hindsight.words;

/**
 * What an internal e-mail tells: that there was an incident, or what the meeting found. Written in kebab-case, as
 * {@link #toString()} says it.
 */
public enum InternalEmailKind {
    INCIDENT,
    RESULTS;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
