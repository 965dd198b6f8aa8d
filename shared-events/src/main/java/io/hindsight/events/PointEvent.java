package io.hindsight.events;

/** What went well, and what did not go so well (rule {@code improvement.followed-up}). */
public sealed interface PointEvent extends PostmortemEvent {

    /** Something went well. */
    @StoredAs("went-well-added")
    record WentWellAdded(String pointId, String text) implements PointEvent {}

    /** A point was put wrongly.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs(value = "went-well-corrected", revision = 2)
    record WentWellCorrected(String pointId, String text, boolean minor) implements PointEvent {}

    /** A point does not belong there. */
    @StoredAs("went-well-retracted")
    record WentWellRetracted(String pointId) implements PointEvent {}

    /** Something did not go so well.
     *
     * @param answer why nothing follows from it; null where an action item answers it or nothing does yet
     */
    @StoredAs("went-badly-added")
    record WentBadlyAdded(String pointId, String text, String answer) implements PointEvent {}

    /** A point was put wrongly, or is answered now; what is null stays as it was.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs(value = "went-badly-corrected", revision = 2)
    record WentBadlyCorrected(String pointId, String text, String answer, boolean minor) implements PointEvent {}

    /** A point does not belong there. */
    @StoredAs("went-badly-retracted")
    record WentBadlyRetracted(String pointId) implements PointEvent {}
}
