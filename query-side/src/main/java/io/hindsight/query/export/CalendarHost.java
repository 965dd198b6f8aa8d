package io.hindsight.query.export;

import io.hindsight.query.fold.PostmortemDocument.Calendar;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The host in the identifier by which calendars know a meeting: this installation's, or that of the one that an export
 * brought the meeting from. It goes along with the export, so that entries there are follow the meeting wherever it goes.
 */
public final class CalendarHost {
    private static final String NO_ADDRESS = "hindsight";

    private CalendarHost() {}

    /**
     * The host.
     *
     * @param calendar null where no meeting was ever scheduled
     * @param publicUrl the address of this installation; empty where it is not set
     */
    public static String of(Calendar calendar, String publicUrl) {
        return calendar == null || calendar.host() == null ? here(publicUrl) : calendar.host();
    }

    private static String here(String publicUrl) {
        try {
            String host = new URI(publicUrl).getHost();
            return host == null ? NO_ADDRESS : host;
        } catch (URISyntaxException e) {
            return NO_ADDRESS;
        }
    }
}
