package io.hindsight.words;

/** Where a postmortem is in its process (rule {@code status.flow}). Written in kebab-case, as {@link #toString()} says it. */
public enum Status {
    DRAFT,
    IN_REVIEW,
    REVIEWED,
    CLOSED,
    WAIVED;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
