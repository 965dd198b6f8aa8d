package io.hindsight.http;

import java.util.regex.Pattern;

/**
 * The person an integration acts for, as the {@value #HEADER} header names them.
 *
 * @param person 1–200 printable ASCII characters without blanks at the ends
 */
public record OnBehalfOf(String person) {
    /** The request header that names the person. */
    public static final String HEADER = "On-Behalf-Of";

    private static final Pattern PERSON = Pattern.compile("[!-~]([ -~]{0,198}[!-~])?");

    /** Refuses with 400 {@code invalid-parameters} what cannot be a person's name. */
    public OnBehalfOf {
        if (!PERSON.matcher(person).matches()) {
            throw new Problem(400, "invalid-parameters", "The header " + HEADER + " does not name a person.")
                    .violation(Violation.ofField(HEADER, "must be 1 to 200 printable ASCII characters"));
        }
    }
}
