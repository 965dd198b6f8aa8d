package io.hindsight.words;

import java.time.DayOfWeek;

/** A day of the week. Written in kebab-case, as {@link #toString()} says it. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    public static Weekday of(DayOfWeek day) {
        return values()[day.ordinal()];
    }

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
