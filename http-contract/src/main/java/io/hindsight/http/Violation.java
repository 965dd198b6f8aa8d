package io.hindsight.http;

/**
 * One thing that is wrong with a request: a rule of the process that is not met, or a field that cannot be taken.
 *
 * @param rule the rule's id; null when it is about a field
 * @param field the field's path in the body ({@code timeline[0].at}), or the name of a parameter or header; null when it
 *     is about a rule
 * @param message in plain words, what would satisfy it
 */
public record Violation(String rule, String field, String message) {
    private static final int LONGEST_FIELD = 200;

    /** One of rule and field, and a message. What a client named a field is shown back to it, cut and printable. */
    public Violation {
        if ((rule == null) == (field == null) || message == null) {
            throw new IllegalArgumentException("A violation names a rule or a field, and says what would satisfy it");
        }
        field = field == null ? null : printable(field);
    }

    /** A lone surrogate could not be written as UTF-8 at all. */
    private static String printable(String field) {
        return field.codePoints()
                .limit(LONGEST_FIELD)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A rule of the process is not met. */
    public static Violation ofRule(String rule, String message) {
        return new Violation(rule, null, message);
    }

    /** A field, parameter or header cannot be taken. */
    public static Violation ofField(String field, String message) {
        return new Violation(null, field, message);
    }
}
