package io.hindsight.command.decision;

/** The rules of the process, each under its id; whether it warns or refuses is the {@link Policy}'s to say. */
public enum Rule {
    POSTMORTEM_REQUIRED("postmortem.required", Handling.REFUSE),
    OWNER_SINGLE("owner.single", Handling.REFUSE),
    MEETING_DEADLINE("meeting.deadline", Handling.WARN),
    MEETING_SCHEDULED_FIRST("meeting.scheduled-first", Handling.WARN),
    MEETING_LENGTH("meeting.length", Handling.WARN),
    MEETING_INVITEES("meeting.invitees", Handling.WARN),
    REVIEW_SHARED_BEFORE_MEETING("review.shared-before-meeting", Handling.WARN),
    REVIEW_QUORUM("review.quorum", Handling.REFUSE),
    REVIEW_MANAGER("review.quorum", Handling.WARN),
    REVIEW_STALE("review.stale", Handling.REFUSE),
    STATUS_FLOW("status.flow", Handling.REFUSE),
    STATUS_IN_REVIEW("status.in-review", Handling.REFUSE),
    STATUS_REVIEWED("status.reviewed", Handling.REFUSE),
    STATUS_CLOSED("status.closed", Handling.REFUSE),
    TIMELINE_TIMES("timeline.times", Handling.REFUSE),
    TIMELINE_MARKS("timeline.marks", Handling.REFUSE),
    TIMELINE_EVIDENCE("timeline.evidence", Handling.WARN),
    IMPACT_FIGURES("impact.figures", Handling.REFUSE),
    IMPROVEMENT_FOLLOWED_UP("improvement.followed-up", Handling.WARN),
    ACTION_ITEM_PRIORITY("action-item.priority", Handling.WARN),
    ACTION_ITEM_TICKET("action-item.ticket", Handling.REFUSE);

    /** What happens where a rule is not met. */
    public enum Handling {
        WARN,
        REFUSE
    }

    private final String id;
    private final Handling byDefault;

    Rule(String id, Handling byDefault) {
        this.id = id;
        this.byDefault = byDefault;
    }

    public String id() {
        return id;
    }

    public Handling byDefault() {
        return byDefault;
    }
}
