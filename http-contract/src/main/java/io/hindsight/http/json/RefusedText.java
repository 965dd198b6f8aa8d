package io.hindsight.http.json;

/** A text that is not what it should be; the message says what it must be, for the client. */
public final class RefusedText extends IllegalArgumentException {
    RefusedText(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a text must be that could not be made a value of the type: what we said ourselves, or else what the type says. */
    public static String mustBe(Class<?> type, Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedText) {
                return cause.getMessage();
            }
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        return type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))
                ? "must be a whole number"
                : "cannot be taken";
    }
}
