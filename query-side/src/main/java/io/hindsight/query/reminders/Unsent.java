package io.hindsight.query.reminders;

/** The far end did not take a delivery, or nobody knows. The message is for administrators and names no secret. */
public final class Unsent extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean maybeReceived;
    private final boolean inVain;

    private Unsent(String message, boolean maybeReceived, boolean inVain) {
        super(message, null, false, false);
        this.maybeReceived = maybeReceived;
        this.inVain = inVain;
    }

    /** The far end has not got it; another attempt may do better. */
    public static Unsent refused(String message) {
        return new Unsent(message, false, false);
    }

    /** It went out and no answer came: the far end may have got it. */
    public static Unsent unanswered(String message) {
        return new Unsent(message, true, false);
    }

    /** The far end has not got it, and no attempt will do better. */
    public static Unsent inVain(String message) {
        return new Unsent(message, false, true);
    }

    boolean maybeReceived() {
        return maybeReceived;
    }

    boolean inVain() {
        return inVain;
    }
}
