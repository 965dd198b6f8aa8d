package io.hindsight.events;

/** The keys of the metadata that goes with every event; every value is a string. */
public final class EventMetadata {
    /** Who did it: the caller's name. Always there. */
    public static final String ACTOR = "actor";
    /** For whom an integration did it. */
    public static final String ON_BEHALF_OF = "onBehalfOf";
    /** Why, in the caller's words. */
    public static final String REASON = "reason";
    /** The command's name in kebab-case. Always there. */
    public static final String COMMAND = "command";
    /** The caller's key that makes a repetition harmless. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    /** SHA-256 (hex) of the request that came with the idempotency key. */
    public static final String REQUEST_HASH = "requestHash";
    /** What the caller was warned of with this event: a line each, the rule's id and a space before the message. */
    public static final String WARNINGS = "warnings";
    /**
     * Where the words stand that a warning is about: a line each, with tabs between the number of the warning's line (from 0), the
     * field, the offset, the length, the word and what is gentler. Only where there are some.
     */
    public static final String FINDINGS = "findings";
    /** The part that the command made: {@code entryId e-1}. */
    public static final String MADE = "made";
    /** Names all events of one request. Always there. */
    public static final String CORRELATION_ID = "correlationId";

    /** The version of the policy that it was decided under; 0 is the policy that nobody has changed. */
    public static final String POLICY_VERSION = "policyVersion";
    /** When it was done where an export was made that told it here. */
    public static final String ORIGINAL_AT = "originalAt";
    /** Who did it there; the actor is who imported it. */
    public static final String ORIGINAL_ACTOR = "originalActor";

    private EventMetadata() {}
}
