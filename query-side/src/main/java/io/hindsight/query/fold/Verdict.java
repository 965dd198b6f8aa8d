package io.hindsight.query.fold;

/** What a reviewer said. Written in kebab-case, as {@link #toString()} says it. */
public enum Verdict {
    APPROVED,
    CHANGES_REQUESTED;

    @Override
    public String toString() {
        return this == APPROVED ? "approved" : "changes-requested";
    }
}
