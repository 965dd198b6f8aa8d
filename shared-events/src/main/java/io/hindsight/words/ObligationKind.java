package io.hindsight.words;

/** Something somebody owes by a time. Written in kebab-case, as {@link #toString()} says it. */
public enum ObligationKind {
    OWN,
    SCHEDULE_MEETING,
    HOLD_MEETING,
    SHARE_FOR_REVIEW,
    REVIEW,
    POST_EXTERNAL_MESSAGE,
    ACTION_ITEM;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
