package io.hindsight.words;

/** What happens where a rule is not met. Written in kebab-case, as {@link #toString()} says it. */
public enum Handling {
    WARN,
    REFUSE;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
