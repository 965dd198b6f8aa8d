package io.hindsight.words;

/** How pressing an action item is, {@code p0} the most (rule {@code action-item.priority}). Written in kebab-case, as {@link #toString()} says it. */
public enum Priority {
    P0,
    P1,
    P2,
    P3,
    P4;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
