package io.hindsight.events;

/** Who is accountable for the postmortem (rule {@code owner.single}). */
public sealed interface OwnershipEvent extends PostmortemEvent {

    /** Somebody became the one owner, in place of the one before, if any. */
    @StoredAs("owner-assigned")
    record OwnerAssigned(String owner) implements OwnershipEvent {}

    /** Nobody owns the postmortem any more. */
    @StoredAs("owner-unassigned")
    record OwnerUnassigned() implements OwnershipEvent {}
}
