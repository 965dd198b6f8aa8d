package io.hindsight.events;

/** The contributing factors (rule {@code factors.many}). */
public sealed interface FactorEvent extends PostmortemEvent {

    /** Something contributed to the incident.
     *
     * @param madeWorse an action of the response that made it worse
     */
    @StoredAs("contributing-factor-added")
    record ContributingFactorAdded(String factorId, String text, boolean madeWorse) implements FactorEvent {}

    /** A factor was wrong; what is null was right.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs(value = "contributing-factor-corrected", revision = 2)
    record ContributingFactorCorrected(String factorId, String text, Boolean madeWorse, boolean minor)
            implements FactorEvent {}

    /** A factor has another place among the others.
     *
     * @param before the factor that it comes before now; null: it is the last
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs("contributing-factor-moved")
    record ContributingFactorMoved(String factorId, String before, boolean minor) implements FactorEvent {}

    /** It did not contribute after all. */
    @StoredAs("contributing-factor-retracted")
    record ContributingFactorRetracted(String factorId) implements FactorEvent {}
}
