package io.hindsight.command.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Reads the times of a record (rule {@code timeline.times}). Only what names one instant is a time; a day, or a time of day in
 * a zone nobody named, is reported and never rounded or guessed to one.
 *
 * @param zone where times without an offset were meant; null where nobody said
 */
record SourceTimes(ZoneId zone) {
    static final String UNREADABLE = "This cannot be read as a time; one is written as 2026-03-01T10:00:00Z";

    /** The years that commands take; outside of them is a slip of the pen. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2199;

    /** A day, a day and a time, or a day and a time with an offset, in ISO-8601. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    /** Takes the time in the field, cut to milliseconds; null where there is none, or none that is understood. */
    OffsetDateTime take(SourceObject source, String field) {
        String text = source.text(field);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime at = read(text);
            OffsetDateTime cut = at.truncatedTo(ChronoUnit.MILLIS);
            if (cut.equals(at)) {
                source.take(field);
            }
            return cut;
        } catch (DateTimeException notUnderstood) {
            source.report(field, notUnderstood.getMessage());
            return null;
        }
    }

    private OffsetDateTime read(String text) {
        TemporalAccessor said;
        try {
            said = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeParseException unreadable) {
            throw new DateTimeException(UNREADABLE, unreadable);
        }
        requireYear(LocalDate.from(said));
        if (said instanceof OffsetDateTime instant) {
            return instant;
        }
        if (said instanceof LocalDateTime local) {
            return inZone(local);
        }
        throw new DateTimeException("The time of day is missing: this is a whole day");
    }

    static void requireYear(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("This year cannot be meant");
        }
    }

    private OffsetDateTime inZone(LocalDateTime local) {
        if (zone == null) {
            throw new DateTimeException("The time zone is missing: import with ?zone= to say which was meant");
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> throw new DateTimeException("There was no such time in " + zone + ": the clocks went forward");
            case 1 -> local.atOffset(offsets.get(0));
            default -> throw new DateTimeException("This time was twice in " + zone + ": the clocks went back");
        };
    }
}
