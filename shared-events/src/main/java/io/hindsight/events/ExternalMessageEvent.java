package io.hindsight.events;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customers are told (rules {@code external.*}). */
public sealed interface ExternalMessageEvent extends PostmortemEvent {

    /** Somebody wrote the message: all its parts as they are now, null for one that is not written. Whatever was approved
     * before is approved no more.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs("external-message-drafted")
    record ExternalMessageDrafted(
            String summary, String whatHappened, String whatWeAreDoing, String apology, boolean minor)
            implements ExternalMessageEvent {

        /** The message as it is posted: the parts that are written, in their order, a blank line between them. */
        public String text() {
            return Stream.of(summary, whatHappened, whatWeAreDoing, apology)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n\n"));
        }
    }

    /** Somebody approved the message.
     *
     * @param contentVersion the version of the postmortem that was approved
     * @param text the exact text that may be posted (rule {@code external.approved})
     */
    @StoredAs("external-message-approved")
    record ExternalMessageApproved(long contentVersion, String text) implements ExternalMessageEvent {}

    /** Customers can read the message.
     *
     * @param text what was posted
     * @param url where, or null
     */
    @StoredAs("external-message-posted")
    record ExternalMessagePosted(String text, OffsetDateTime postedAt, String url) implements ExternalMessageEvent {}

    /** No message is needed; the reason says why. */
    @StoredAs("external-message-declined")
    record ExternalMessageDeclined() implements ExternalMessageEvent {}
}
