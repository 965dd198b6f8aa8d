package io.hindsight.words;

/** What a suggestion could become. Written in kebab-case, as {@link #toString()} says it. */
public enum SuggestionKind {
    TIMELINE_ENTRY,
    ACTION_ITEM;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
