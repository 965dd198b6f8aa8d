package io.hindsight.command.decision;

/** How long what people write may be, in characters; longer is a malformed request. */
public final class Limits {
    /** A name: a person, a service, a tag. */
    public static final int NAME = 100;
    /** A title or another single line. */
    public static final int LINE = 300;
    /** A text such as that of a timeline entry. */
    public static final int TEXT = 20_000;
    /** A whole section. */
    public static final int SECTION = 200_000;
    /** A link. */
    public static final int URL = 2_000;
    /** Entries of one list in one command. */
    public static final int LIST = 100;

    /** The ids that clients may choose. */
    public static final String ID = "[A-Za-z0-9_-]{1,64}";

    public static final String ID_MESSAGE = "must be 1 to 64 of the characters A-Z, a-z, 0-9, _ and -";
    /** The ids that clients may choose for timeline entries: those of the alerting's entries are its own. */
    public static final String ENTRY_ID = "(?!alert-)" + ID;

    public static final String ENTRY_ID_MESSAGE =
            "must be 1 to 64 of the characters A-Z, a-z, 0-9, _ and -, and not begin with alert- as what alerts tell does";
    /** What is given says something: not only spaces. */
    public static final String NOT_BLANK = "(?s)\\s*+\\S.*";

    public static final String NOT_BLANK_MESSAGE = "must not be blank";
    /** Breaks of lines, and whatever else is not seen and acts on the text around it; as OpenAPI can say it. */
    private static final String CONTROLS = "\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029";
    /** A single line: it stands among others, and must not pass for several. */
    public static final String ONE_LINE = "[^" + CONTROLS + "]*";

    public static final String ONE_LINE_MESSAGE = "must be one line, without tabs or other control characters";
    /** A single line that says something. */
    public static final String NOT_BLANK_LINE = " *[^\\s" + CONTROLS + "]" + ONE_LINE;

    public static final String NOT_BLANK_LINE_MESSAGE =
            "must be one line that is not blank, without tabs or other control characters";
    /** The links that are kept: a page somebody can open. */
    public static final String WEB_URL = "https?://\\S+";

    public static final String WEB_URL_MESSAGE = "must be a web address that begins with http:// or https://";

    private Limits() {}

    /** The text on one line, cut where it is longer than a line may be. */
    public static String line(String text) {
        return cut(text.replaceAll("[\\s" + CONTROLS + "]+", " ").strip(), LINE);
    }

    /** The text, its end left out where it is longer, and never half a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
