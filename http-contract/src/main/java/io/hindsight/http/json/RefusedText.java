package io.hindsight.http.json;

/** A text that is not what it should be; the message says what it must be, for the client. */
public final class RefusedText extends IllegalArgumentException {
    RefusedText(String message, Throwable cause) {
        super(message, cause);
    }
}
