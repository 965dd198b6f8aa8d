package io.hindsight.words;

/** What a timeline entry marks (rule {@code timeline.marks}). Written in kebab-case, as {@link #toString()} says it. */
public enum EntryKind {
    CAUSE_BEGAN,
    INCIDENT_STARTED,
    DETECTED,
    PAGED,
    STATUS_PAGE_UPDATED,
    SEVERITY_CHANGED,
    ACTION,
    OBSERVATION,
    MITIGATED,
    INCIDENT_RESOLVED;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
