package io.hindsight.words;

/** What an action item is for (rule {@code action-item.kind}). Written in kebab-case, as {@link #toString()} says it. */
public enum ActionItemKind {
    PREVENTION,
    PREPAREDNESS,
    RESPONSE_PROCESS,
    POSTMORTEM_STEP;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
