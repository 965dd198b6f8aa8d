package io.hindsight.command.decision;

import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.Handling;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a command decides with: the postmortem as it stands, who asks, when, under which policy. A command first says what
 * is {@linkplain #require required}, which collects every unmet rule, and then what happened: the first {@link #emit} throws
 * the {@link Refusal} with all of them, if there are any.
 */
public final class Decision {
    private final String postmortemId;
    private final List<? extends Part> parts;
    private final Standing standing;
    private final Actor actor;
    private final String reason;
    private final boolean conditional;
    private final Instant now;
    private final Policy policy;
    private final Supplier<String> ids;
    private final String place;
    private final Emitter emitter;
    private final List<RuleMessage> unmet = new ArrayList<>();
    private final List<RuleMessage> warnings = new ArrayList<>();
    private final Set<Consumer<Decision>> last = new LinkedHashSet<>();
    private final long versionBefore;
    private Made made;

    /** Where the events go; each must be folded into the parts before the call returns. */
    public interface Emitter {
        void emit(PostmortemEvent event, List<RuleMessage> warnings, Made made, Origin origin);
    }

    /** The part that a command made: {@code entryId} and its value. */
    public record Made(String name, String id) {}

    /**
     * @param reason why the command is given, in the caller's words; null where they gave none
     * @param conditional whether the caller named the version that the postmortem has to be at, and it is
     * @param place where the command stands among those of its request: empty, or {@code [2].} before the names of its fields
     */
    public Decision(
            String postmortemId,
            List<? extends Part> parts,
            Actor actor,
            String reason,
            boolean conditional,
            Instant now,
            Policy policy,
            Supplier<String> ids,
            String place,
            Emitter emitter) {
        this.postmortemId = postmortemId;
        this.parts = parts;
        this.actor = actor;
        this.reason = reason;
        this.conditional = conditional;
        this.now = now;
        this.policy = policy;
        this.ids = ids;
        this.place = place;
        this.emitter = emitter;
        this.standing = the(Standing.class);
        this.versionBefore = standing.version();
    }

    /** That part of the postmortem as it stands now, the events of this decision included. */
    public <P extends Part> P the(Class<P> type) {
        for (Part part : parts) {
            if (type.isInstance(part)) {
                return type.cast(part);
            }
        }
        throw new IllegalArgumentException("A postmortem has no " + type.getSimpleName());
    }

    /** The postmortem's id, also while it is being opened. */
    public String postmortemId() {
        return postmortemId;
    }

    public Standing standing() {
        return standing;
    }

    /** Whether the command's request has others beside it. */
    public boolean isAmongSeveral() {
        return !place.isEmpty();
    }

    /** Where the command stands among those of its request, {@code ([2])} behind what it is about; empty for one that came alone. */
    public String amongSeveral() {
        return isAmongSeveral() ? " (" + place.replace(".", "") + ")" : "";
    }

    /** The postmortem's version, with the events of this decision. */
    public long version() {
        return standing.version();
    }

    /** The postmortem's version without the events of this decision. */
    public long versionBefore() {
        return versionBefore;
    }

    public Actor actor() {
        return actor;
    }

    /** Why the command is given, in the caller's words; null where they gave none. */
    public String reason() {
        return reason;
    }

    /** Whether the caller says why. */
    public boolean isReasoned() {
        return reason != null;
    }

    /** Whether the caller knows the version that this is decided on. */
    public boolean isConditional() {
        return conditional;
    }

    public Instant now() {
        return now;
    }

    public Policy policy() {
        return policy;
    }

    /** The id of a part that is about to be made: the caller's, where one is given, else a new one. */
    public String idOf(String name, String given) {
        String id = given == null ? ids.get() : given;
        made = new Made(name, id);
        return id;
    }

    public boolean allows(Permission permission) {
        return permission.allows(actor, standing);
    }

    /** Where the rule is not met, refuses or warns as the policy says. */
    public void require(boolean met, Rule rule, String whatWouldSatisfyIt) {
        if (!met) {
            unmet(rule, new RuleMessage(rule.id(), whatWouldSatisfyIt));
        }
    }

    private void unmet(Rule rule, RuleMessage message) {
        (policy.handlingOf(rule) == Handling.REFUSE ? unmet : warnings).add(message);
    }

    /** What is to be looked at once all commands of the request are decided, since a later one may put it right; equal ones once. */
    public void requireAtLast(Consumer<Decision> check) {
        last.add(check);
    }

    /** What {@link #requireAtLast} was told. */
    public Set<Consumer<Decision>> last() {
        return last;
    }

    /** Tells the caller what follows from what they do, though it is no reason to refuse. */
    public void warn(Rule rule, String message) {
        warnings.add(new RuleMessage(rule.id(), message));
    }

    /** The content can be changed only until it is agreed upon (rule {@code status.flow}). */
    public void requireEditable() {
        requireStatus("change its content", Status.DRAFT, Status.IN_REVIEW);
    }

    /** Whoever owes something on a restricted postmortem may know of it (rule {@code restriction.named}). */
    public void requireNamed(String person) {
        require(
                person == null || standing.isKnownTo(person),
                Rule.RESTRICTION_NAMED,
                "The postmortem is restricted, and " + person + " is not among its people: name them first (restrict)");
    }

    /** What people write blames nobody (rule {@code wording.blameless}); a text that is not given says nothing. */
    public void requireBlameless(Text... texts) {
        requireWithout(
                policy.blamingWords(),
                Rule.WORDING_BLAMELESS,
                "Say what made it possible rather than who is at fault, without: ",
                texts);
    }

    /** Customers take an outage for everything being down (rule {@code wording.outage}). */
    public void requireNoOutage(Text... texts) {
        requireWithout(
                policy.outageWords(),
                Rule.WORDING_OUTAGE,
                "Unless everything was down, say incident or service degradation, without: ",
                texts);
    }

    /** Where one of the phrases stands in a text, the message names them, and the findings say where and what is gentler. */
    public void requireWithout(List<GentlerPhrase> phrases, Rule rule, String message, Text... texts) {
        List<Finding> found = Wording.found(place, phrases, texts);
        if (!found.isEmpty()) {
            String words = found.stream().map(Finding::word).distinct().collect(Collectors.joining(", "));
            unmet(rule, new RuleMessage(rule.id(), message + words, found));
        }
    }

    /** Only how something is put may change in an edit that leaves earlier reviews standing (rule {@code review.stale}). */
    public void requireTypoSize(boolean minor, boolean onlyWording, String what) {
        require(!minor || onlyWording, Rule.REVIEW_STALE, what + " is no minor edit: leave out minor");
    }

    /** The command fits only some statuses, and another command leads there (rule {@code status.flow}). */
    public void requireStatus(String deed, Status... fitting) {
        String first =
                switch (standing.status()) {
                    case DRAFT -> "submit it first (submit-for-review)";
                    case IN_REVIEW, REVIEWED -> "send it back first (return-to-draft, with a reason)";
                    case CLOSED, WAIVED -> "reopen it first (reopen, with a reason)";
                };
        requireStatus(deed, List.of(fitting), first);
    }

    /** The command fits only some statuses; in each other one, another command does what is meant (rule {@code status.flow}). */
    public void requireStatusOrInstead(String deed, String instead, Status... fitting) {
        requireStatus(deed, List.of(fitting), instead);
    }

    private void requireStatus(String deed, List<Status> fitting, String whatHelps) {
        Status status = standing.status();
        require(
                fitting.contains(status),
                Rule.STATUS_FLOW,
                "The postmortem is " + status + "; to " + deed + " it has to be "
                        + fitting.stream().map(Status::toString).collect(Collectors.joining(" or ")) + ": "
                        + whatHelps);
    }

    /** Refuses at once: what the command names is not there. */
    public void requirePart(boolean found, String field, String id) {
        if (!found) {
            throw new Refusal(
                    Kind.PART_NOT_FOUND, "This postmortem has no " + field + " " + id, List.of(), Map.of(field, id));
        }
    }

    /** Refuses at once: the id of a new part is taken. */
    public void requireNewPart(boolean unused, String field, String id) {
        if (!unused) {
            throw new Refusal(
                    Kind.ID_IN_USE,
                    "This postmortem has or had the " + field + " " + id + " already",
                    List.of(),
                    Map.of(field, id));
        }
    }

    /** This happened, unless a rule refuses. */
    public void emit(PostmortemEvent event) {
        emit(event, Origin.HERE);
    }

    /** This happened elsewhere, as an export tells it. */
    public void emit(PostmortemEvent event, Origin origin) {
        refuseWhatIsUnmet();
        List<RuleMessage> withIt = List.copyOf(warnings);
        warnings.clear();
        emitter.emit(event, withIt, made, origin);
        made = null;
    }

    /** Ends the decision: refuses what is unmet, and answers the warnings that no event carries. */
    public List<RuleMessage> end() {
        refuseWhatIsUnmet();
        List<RuleMessage> left = List.copyOf(warnings);
        warnings.clear();
        return left;
    }

    /** What {@link #require} has found unmet so far and what the policy only warns of. */
    public List<RuleMessage> warnings() {
        return List.copyOf(warnings);
    }

    /** What {@link #require} has found unmet so far. */
    public List<RuleMessage> unmet() {
        return List.copyOf(unmet);
    }

    private void refuseWhatIsUnmet() {
        if (!unmet.isEmpty()) {
            String count = unmet.size() == 1 ? "One rule is" : unmet.size() + " rules are";
            throw new Refusal(Kind.RULES_NOT_MET, count + " not met", unmet, Map.of());
        }
    }
}
