package io.hindsight.http.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values that are written as text, in a body as in a parameter: read one way, and refused with a sentence for the client
 * ({@link RefusedText}).
 */
public final class Texts {
    /** A year outside these is a slip of the finger ({@code 20202}), and would break whatever sorts by time. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2199;
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x01-\\x1F\\x7F-\\x9F\\u115F\\u1160\\u2800\\u3164\\uFFA0]*+");
    private static final int MOST_NAMED = 30;
    private static final Duration LONGEST = Duration.ofDays(3660);

    private Texts() {}

    /** Keeps the offset as given; cut to milliseconds. */
    static OffsetDateTime offsetDateTime(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            checkYear(time.withOffsetSameInstant(ZoneOffset.UTC).getYear());
            return time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new RefusedText("must be an instant with an offset, such as 2026-03-01T14:05:00+01:00", e);
        }
    }

    static Instant instant(String text) {
        return offsetDateTime(text).toInstant();
    }

    static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            checkYear(date.getYear());
            return date;
        } catch (DateTimeException e) {
            throw new RefusedText("must be a date, such as 2026-03-01", e);
        }
    }

    static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            // What a field may hold at most is the field's to say, and often less: this is no range to choose from.
            if (duration.isNegative()) {
                throw new RefusedText("must not be negative", null);
            }
            if (duration.compareTo(LONGEST) > 0) {
                throw new RefusedText("is too long: no duration is longer than " + LONGEST, null);
            }
            return duration.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException | ArithmeticException e) {
            throw new RefusedText("must be an ISO-8601 duration, such as PT45M", e);
        }
    }

    /** The constant that is written like this, exactly. */
    static <E> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusedText(mustBeOneOf(type), null));
    }

    static String mustBeOneOf(Class<?> type) {
        return "must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Says which are; of very many the first. */
    public static String notKnown(String what, Collection<String> known) {
        if (known.isEmpty()) {
            return "is not a known " + what + "; there is none";
        }
        String some = known.stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return "is not a known " + what + "; known are " + some + (known.size() > MOST_NAMED ? ", …" : "");
    }

    /** A text that somebody writes. A blank one is a matter of what it is for; one that only looks blank would pass for written. */
    static String written(String text) {
        if (!text.isBlank() && UNSEEN.matcher(text).matches()) {
            throw new RefusedText("must not be made of characters alone that nobody sees", null);
        }
        return text(text);
    }

    /** Any text that can be stored, sorted and sent on: no NUL, no half of a surrogate pair. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new RefusedText("must not hold the character NUL", null);
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new RefusedText("must not hold half of a surrogate pair", null);
                }
                i++;
            }
        }
        return text;
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new RefusedText("must be in a year from " + FIRST_YEAR + " to " + LAST_YEAR, null);
        }
    }
}
