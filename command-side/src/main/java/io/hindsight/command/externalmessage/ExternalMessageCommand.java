package io.hindsight.command.externalmessage;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageApproved;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDeclined;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.words.Status;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What customers are told: written, approved, posted as approved, or not needed (rules {@code external.*}). */
public sealed interface ExternalMessageCommand extends Command {

    /**
     * Writes the message, or some of its parts: what is given replaces what a part said, an empty text takes the part away.
     * An edit takes the approval away, however small it is.
     *
     * @param minor leaves earlier reviews standing (rule {@code review.stale}); a reason has to go with it
     */
    record DraftExternalMessage(
            @Size(max = Limits.TEXT) String summary,
            @Size(max = Limits.TEXT) String whatHappened,
            @Size(max = Limits.TEXT) String whatWeAreDoing,
            @Size(max = Limits.TEXT) String apology,
            Boolean minor)
            implements ExternalMessageCommand {

        @Override
        public Permission permission() {
            return Permission.EDIT;
        }

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        public void decide(Decision decision) {
            ExternalMessage message = decision.the(ExternalMessage.class);
            ExternalMessageDrafted before = message.draft();
            ExternalMessageDrafted draft = new ExternalMessageDrafted(
                    part(summary, before.summary()),
                    part(whatHappened, before.whatHappened()),
                    part(whatWeAreDoing, before.whatWeAreDoing()),
                    part(apology, before.apology()),
                    Boolean.TRUE.equals(minor));
            boolean revived = message.isDeclined() && isGiven() && !draft.text().isEmpty();
            if (saysTheSame(draft, before) && !revived) {
                return;
            }
            decision.requireEditable();
            decision.requireTypoSize(
                    draft.minor(),
                    message.isThere() && missing(draft).equals(missing(before)),
                    "Writing the message or a part of it first, or after it was declined, or taking one away,");
            decision.require(
                    !message.isRead() || !draft.text().isEmpty(),
                    Rule.STATUS_FLOW,
                    "The message was posted, and what customers have read cannot be taken away: say what they are to read now");
            requireWellPut(decision, "", summary, whatHappened, whatWeAreDoing, apology);
            List<String> missing = missing(draft);
            if (!draft.text().isEmpty() && !missing.isEmpty()) {
                // A message is written part by part, whatever the policy asks of one that is approved.
                decision.warn(Rule.EXTERNAL_PARTS, stillToWrite(missing));
            }
            decision.emit(draft);
        }

        private boolean isGiven() {
            return Stream.of(summary, whatHappened, whatWeAreDoing, apology).anyMatch(Objects::nonNull);
        }

        /** Without the space around it, so that what is posted is what is read. */
        private static String part(String given, String before) {
            return given == null ? before : given.isBlank() ? null : given.strip();
        }

        private static boolean saysTheSame(ExternalMessageDrafted draft, ExternalMessageDrafted before) {
            return parts(draft).equals(parts(before));
        }
    }

    /** The text as it stands is what customers are to read; it alone may be posted (rule {@code external.approved}). */
    record ApproveExternalMessage() implements ExternalMessageCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            ExternalMessage message = decision.the(ExternalMessage.class);
            String text = message.draft().text();
            if (text.equals(message.approved())) {
                return;
            }
            decision.requireStatus("approve its external message", Status.IN_REVIEW, Status.REVIEWED);
            requireMessage(decision, message);
            List<String> missing = missing(message.draft());
            decision.require(missing.isEmpty(), Rule.EXTERNAL_PARTS, stillToWrite(missing));
            decision.emit(new ExternalMessageApproved(decision.version(), text));
        }
    }

    /**
     * Customers can read the message. Recorded again, what is left out stays as it was.
     *
     * @param text what was posted, to be compared with what was approved; the approved text where none is given
     * @param postedAt now where none is given; neither before the approval nor after now
     * @param url where it can be read
     */
    record RecordExternalMessagePosted(
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = 4 * Limits.TEXT + 10)
                    String text,
            OffsetDateTime postedAt,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL) String url)
            implements ExternalMessageCommand {

        @Override
        public Permission permission() {
            return Permission.POST;
        }

        @Override
        public void decide(Decision decision) {
            ExternalMessage message = decision.the(ExternalMessage.class);
            ExternalMessagePosted before = message.posted() == null
                    ? new ExternalMessagePosted(
                            Objects.requireNonNullElse(
                                    message.approved(), message.draft().text()),
                            decision.now().atOffset(ZoneOffset.UTC),
                            null)
                    : message.posted();
            ExternalMessagePosted posted = new ExternalMessagePosted(
                    text == null ? before.text() : text,
                    postedAt == null ? before.postedAt() : postedAt,
                    url == null ? before.url() : url);
            if (posted.equals(message.posted())) {
                return;
            }
            decision.requireStatus("record its external message as posted", Status.IN_REVIEW, Status.REVIEWED);
            requireMessage(decision, message);
            decision.require(
                    message.approved() != null || !message.isThere(),
                    Rule.EXTERNAL_APPROVED,
                    "The message as it stands is not approved: approve it (approve-external-message), then post just that text");
            decision.require(
                    message.approved() == null || posted.text().equals(message.approved()),
                    Rule.EXTERNAL_APPROVED,
                    "What was posted is not the text that was approved: post that text, or "
                            + (decision.standing().isEditable()
                                    ? ""
                                    : "send it back (return-to-draft, with a reason), ")
                            + "draft this one (draft-external-message) and have it approved");
            decision.require(
                    !posted.postedAt().toInstant().isAfter(decision.now()),
                    Rule.EXTERNAL_APPROVED,
                    "postedAt is after now (" + decision.now() + "): record the message once customers can read it");
            decision.require(
                    !isBeforeApproval(message),
                    Rule.EXTERNAL_APPROVED,
                    "The message was approved at " + message.approvedAt()
                            + ", and postedAt is before that: what was posted"
                            + " then was not approved. Say when the approved text was posted");
            decision.emit(posted);
        }

        /** To the minute: people do not give the second. */
        private boolean isBeforeApproval(ExternalMessage message) {
            return postedAt != null
                    && message.approved() != null
                    && postedAt.toInstant().isBefore(message.approvedAt().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    /** No message is needed; the reason says why (rule {@code status.closed}). */
    record DeclineExternalMessage() implements ExternalMessageCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            ExternalMessage message = decision.the(ExternalMessage.class);
            if (message.isDeclined()) {
                return;
            }
            decision.requireStatus("decline its external message", Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED);
            decision.require(
                    !message.isRead(),
                    Rule.STATUS_FLOW,
                    "The message was posted, and what customers have read cannot be declined: post it as it is now once that is"
                            + " approved, or draft what was posted again (draft-external-message)");
            decision.emit(new ExternalMessageDeclined());
        }
    }

    private static void requireMessage(Decision decision, ExternalMessage message) {
        decision.require(
                message.isThere(),
                Rule.EXTERNAL_APPROVED,
                message.isDeclined()
                        ? "The message was declined: draft it again first (draft-external-message)"
                        : "There is no external message: write it first (draft-external-message)");
    }

    private static List<String> parts(ExternalMessageDrafted draft) {
        List<String> parts = new ArrayList<>();
        parts.add(draft.summary());
        parts.add(draft.whatHappened());
        parts.add(draft.whatWeAreDoing());
        parts.add(draft.apology());
        return parts;
    }

    private static List<String> missing(ExternalMessageDrafted draft) {
        List<String> names = List.of("a summary", "what happened", "what we are doing about it", "an apology");
        List<String> parts = parts(draft);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (parts.get(i) == null) {
                missing.add(names.get(i));
            }
        }
        return missing;
    }

    private static String stillToWrite(List<String> missing) {
        return "An external message says four things; still to write (draft-external-message): "
                + String.join(", ", missing);
    }

    private static void requireWellPut(
            Decision decision, String at, String summary, String whatHappened, String whatWeAreDoing, String apology) {
        Text[] parts = {
            new Text(at + "summary", summary),
            new Text(at + "whatHappened", whatHappened),
            new Text(at + "whatWeAreDoing", whatWeAreDoing),
            new Text(at + "apology", apology)
        };
        decision.requireNoOutage(parts);
        decision.requireBlameless(parts);
    }

    /** What the rules find in the message as it stands; where there is none, there is nothing to find. */
    static void assess(Decision decision) {
        ExternalMessage message = decision.the(ExternalMessage.class);
        if (!message.isThere()) {
            return;
        }
        ExternalMessageDrafted draft = message.draft();
        requireWellPut(
                decision,
                "externalMessage.",
                draft.summary(),
                draft.whatHappened(),
                draft.whatWeAreDoing(),
                draft.apology());
        List<String> missing = missing(draft);
        decision.require(missing.isEmpty(), Rule.EXTERNAL_PARTS, stillToWrite(missing));
        decision.require(
                message.approved() != null || message.posted() != null,
                Rule.EXTERNAL_APPROVED,
                "The message as it stands is not approved (approve-external-message)");
    }
}
