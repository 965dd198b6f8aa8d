package io.hindsight.command.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a command does not take effect. */
public final class Refusal extends RuntimeException {

    /** The kinds of refusal; each is one code of the API. */
    public enum Kind {
        /** The process refuses: every unmet rule is listed. */
        RULES_NOT_MET,
        /** The caller may not do this to this postmortem. */
        NOT_ALLOWED,
        POSTMORTEM_NOT_FOUND,
        /** The command names an entry, item, factor or point that is not there. */
        PART_NOT_FOUND,
        /** The id of a new postmortem, or of a new part, is taken. */
        ID_IN_USE,
        /** The record was imported before, with other content. */
        IMPORT_DIFFERS,
        /** The postmortem would hold more than a document can. */
        TOO_LARGE,
        /** The postmortem, or the policy, is at none of the versions that the caller named. */
        VERSION_STALE,
        /** The idempotency key came with another request before. */
        IDEMPOTENCY_KEY_REUSED
    }

    private final Kind kind;
    private final List<RuleMessage> unmet;
    private final Map<String, Object> facts;

    public Refusal(Kind kind, String message, List<RuleMessage> unmet, Map<String, Object> facts) {
        // A refusal is an answer, not a fault: where in the code it was made does not matter, and a trace costs time.
        super(message, null, false, false);
        this.kind = kind;
        this.unmet = List.copyOf(unmet);
        this.facts = Map.copyOf(facts);
    }

    public Refusal(Kind kind, String message) {
        this(kind, message, List.of(), Map.of());
    }

    /** There is no such postmortem, or none that the caller may know of: the two are told alike. */
    public static Refusal postmortemNotFound(String id) {
        return new Refusal(Kind.POSTMORTEM_NOT_FOUND, "There is no postmortem " + id);
    }

    /** The id of a new postmortem is taken, by one that the caller may know of or not: the two are told alike. */
    public static Refusal idInUse() {
        return new Refusal(Kind.ID_IN_USE, "There is a postmortem with this id already");
    }

    /**
     * What is to be changed has moved on.
     *
     * @param named the versions that it might have had; none where what the caller named is no version, or a weak tag
     */
    public static Refusal versionStale(String what, long version, Set<Long> named) {
        String not = named.isEmpty()
                ? "; If-Match names no version that it could have (a weak tag matches none)"
                : ", not " + named.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
        return new Refusal(
                Kind.VERSION_STALE,
                "The " + what + " is at version " + version + not,
                List.of(),
                Map.of("currentVersion", version));
    }

    /** The caller lacks what the deed takes. */
    public static Refusal notAllowed(String deed, Permission permission) {
        return new Refusal(Kind.NOT_ALLOWED, "To " + deed + " takes " + permission.who());
    }

    public Kind kind() {
        return kind;
    }

    public List<RuleMessage> unmet() {
        return unmet;
    }

    /** What a client may want to read by name, such as {@code currentVersion}. */
    public Map<String, Object> facts() {
        return facts;
    }
}
