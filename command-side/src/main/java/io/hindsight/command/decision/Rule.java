package io.hindsight.command.decision;

import io.hindsight.words.Handling;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rules of the process that warn or refuse, each under its id; which of the two is the {@link Policy}'s to say. Rules that
 * only set a deadline do neither: what is late is overdue.
 */
public enum Rule {
    POSTMORTEM_REQUIRED("postmortem.required", Handling.REFUSE),
    OWNER_SINGLE("owner.single", Handling.REFUSE),
    MEETING_DEADLINE("meeting.deadline", Handling.WARN),
    MEETING_SCHEDULED_FIRST("meeting.scheduled-first", Handling.WARN),
    MEETING_LENGTH("meeting.length", Handling.WARN),
    MEETING_INVITEES("meeting.invitees", Handling.WARN),
    REVIEW_SHARED_BEFORE_MEETING("review.shared-before-meeting", Handling.WARN),
    REVIEW_QUORUM("review.quorum", Handling.REFUSE),
    REVIEW_MANAGER("review.quorum", "review.manager", Handling.WARN),
    /** Refuses to count a review of earlier content; where the policy says that it only warns, such a review counts. */
    REVIEW_STALE("review.stale", Handling.REFUSE),
    STATUS_FLOW("status.flow", Handling.REFUSE),
    STATUS_IN_REVIEW("status.in-review", Handling.REFUSE),
    STATUS_REVIEWED("status.reviewed", Handling.REFUSE),
    STATUS_CLOSED("status.closed", Handling.REFUSE),
    TIMELINE_TIMES("timeline.times", Handling.WARN),
    TIMELINE_MARKS("timeline.marks", Handling.REFUSE),
    /** The marks are at the times that the incident has. */
    TIMELINE_MARKS_AGREE("timeline.marks", "timeline.marks-agree", Handling.WARN),
    TIMELINE_EVIDENCE("timeline.evidence", Handling.WARN),
    IMPACT_FIGURES("impact.figures", Handling.REFUSE),
    IMPACT_TIME_IN_SEVERITY("impact.time-in-severity", Handling.WARN),
    IMPROVEMENT_FOLLOWED_UP("improvement.followed-up", Handling.WARN),
    COMMS_INTERNAL("comms.internal", Handling.WARN),
    /** What was sent was so before now. */
    COMMS_INTERNAL_SENT("comms.internal", "comms.internal-sent", Handling.REFUSE),
    EXTERNAL_APPROVED("external.approved", Handling.REFUSE),
    EXTERNAL_PARTS("external.parts", Handling.WARN),
    WORDING_OUTAGE("wording.outage", Handling.WARN),
    WORDING_BLAMELESS("wording.blameless", Handling.WARN),
    RESTRICTION_NAMED("restriction.named", Handling.REFUSE),
    SUGGESTION_DISMISSED("suggestion.dismissed", Handling.WARN),
    SUGGESTION_TAKEN("suggestion.taken", Handling.WARN),
    ACTION_ITEM_PRIORITY("action-item.priority", Handling.WARN),
    ACTION_ITEM_TICKET("action-item.ticket", Handling.REFUSE);

    private final String id;
    private final String setting;
    private final Handling byDefault;

    Rule(String id, Handling byDefault) {
        this(id, id, byDefault);
    }

    Rule(String id, String setting, Handling byDefault) {
        this.id = id;
        this.setting = setting;
        this.byDefault = byDefault;
    }

    /** The rule, or the aspect of one, that the policy knows by this name. */
    public static Optional<Rule> ofSetting(String setting) {
        return Arrays.stream(values())
                .filter(rule -> rule.setting.equals(setting))
                .findFirst();
    }

    public String id() {
        return id;
    }

    /** Its name in the policy: its id, or where one rule has two handlings, a name for the aspect. */
    public String setting() {
        return setting;
    }

    public Handling byDefault() {
        return byDefault;
    }
}
