package io.hindsight.command.deadline;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.hindsight.words.HolidayCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** The public holidays of the world, as the library knows them; days that are merely observed are none, and those
 * of a year that the library cannot compute (Islamic ones after 2174) neither. */
public final class PublicHolidays {
    private PublicHolidays() {}

    static boolean has(HolidayCalendar calendar, LocalDate day) {
        String[] region = calendar.region() == null ? new String[0] : new String[] {calendar.region()};
        HolidayManager holidays = holidays(calendar.country());
        try {
            return holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, region)
                    || holidays.isHoliday(day, HolidayType.BANK_HOLIDAY, region);
        } catch (DateTimeException unknown) {
            // Nobody knows the days by the moon of a far year; one such day must not keep whatever is counted from
            // being counted.
            return false;
        }
    }

    /** Whether this country, and this region of it where one is named, is known. */
    public static boolean areKnownOf(HolidayCalendar calendar) {
        return HolidayManager.getSupportedCalendarCodes()
                        .contains(calendar.country().toUpperCase(Locale.ROOT))
                && (calendar.region() == null
                        || holidays(calendar.country())
                                .getCalendarHierarchy()
                                .getChildren()
                                .containsKey(calendar.region()));
    }

    private static HolidayManager holidays(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
