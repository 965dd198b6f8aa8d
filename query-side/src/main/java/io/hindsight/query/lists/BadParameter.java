package io.hindsight.query.lists;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.util.regex.Pattern;

/** Refusals of what a reader asks wrongly: 400, naming the parameter. */
public final class BadParameter {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private BadParameter() {}

    public static Problem of(String name, String message) {
        return new Problem(400, "invalid-parameters", "The query cannot be taken: see the violations.")
                .violation(Violation.ofField(name, message));
    }

    /** Refuses what can be no postmortem's id. */
    public static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw of("id", "has 1 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
    }

    /** Refuses a number that is out of bounds. */
    public static void checkRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw of(name, "is from %d to %d".formatted(least, most));
        }
    }
}
