package io.hindsight.words;

/** How bad an incident was, {@code sev-1} the worst. Written in kebab-case, as {@link #toString()} says it. */
public enum Severity {
    SEV_1,
    SEV_2,
    SEV_3,
    SEV_4,
    SEV_5;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
