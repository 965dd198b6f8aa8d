package io.hindsight.command.importing;

import io.hindsight.command.decision.Limits;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Anchor;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.Edit;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.InviteeRole;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import io.hindsight.words.SourceField;
import io.hindsight.words.Status;
import io.hindsight.words.TimeReasons;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What {@code export.json} says of a postmortem, all but its id: the document as the read side answers it. A field that is not
 * here is refused, so that nothing is lost in silence; texts may be as long as a line of an import.
 */
record ExportedPostmortem(
        String format,
        int formatVersion,
        long version,
        @NotBlank @Size(max = Limits.LINE) String title,
        @NotNull Status status,
        Severity severity,
        boolean required,
        @Size(max = Limits.NAME) String owner,
        @NotNull Instant openedAt,
        @NotBlank @Size(max = Limits.NAME) String openedBy,
        @NotNull Instant updatedAt,
        Instant closedAt,
        @NotNull IncidentSaid incident,
        List<@NotBlank String> tags,
        @Valid MeetingSaid meeting,
        List<@Valid MeetingSaid> earlierMeetings,
        @Valid CalendarSaid calendar,
        List<@Valid ResponderSaid> responders,
        List<@Valid Entry> timeline,
        Map<String, @Valid SectionSaid> sections,
        List<@Valid Factor> contributingFactors,
        @Valid ImpactSaid impact,
        List<@Valid PointSaid> wentWell,
        List<@Valid PointSaid> wentBadly,
        List<@Valid Item> actionItems,
        @Valid Message externalMessage,
        List<@Valid ReviewSaid> reviews,
        List<@Valid CommentSaid> comments,
        List<@Valid Email> internalEmails,
        List<@Valid ObligationSaid> obligations,
        List<@NotBlank @Size(max = Limits.NAME) String> restrictedTo,
        @Valid SourceSaid source,
        @Valid AlertSaid alert) {

    record IncidentSaid(
            String reference,
            Instant startedAt,
            Instant detectedAt,
            Instant resolvedAt,
            List<@NotBlank String> services) {}

    record MeetingSaid(
            Instant startsAt,
            Duration duration,
            String location,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String link,
            Instant heldAt,
            List<String> attendees,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String recording,
            List<@Valid InviteeSaid> invitees,
            List<@NotNull ResponderRole> missingRoles,
            Instant heldBy) {
        @AssertTrue(message = "must say for how long it is planned")
        boolean isPlannedToEnd() {
            return startsAt == null || duration != null;
        }
    }

    record CalendarSaid(
            @NotNull @Size(max = Limits.LINE) @Pattern(regexp = HOST, message = "must be a host") String host,
            @PositiveOrZero int sequence,
            @Valid MeetingSaid cancelled) {
        private static final String HOST = "[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]";
    }

    record InviteeSaid(
            @NotBlank @Size(max = Limits.NAME) String person, List<@NotNull InviteeRole> roles, boolean optional) {}

    record ResponderSaid(@NotBlank @Size(max = Limits.NAME) String person, @NotNull ResponderRole role) {}

    /** What an entry says now, or said at first. */
    interface EntrySaid {
        Instant at();

        String atGiven();

        List<Evidence> evidence();

        /** Whether each link of its evidence leads to a page. */
        default boolean linksToPages() {
            return Restoring.list(evidence()).stream()
                    .allMatch(one -> one.url() == null || one.url().matches(Limits.WEB_URL));
        }

        default OffsetDateTime time() {
            if (at() == null) {
                return null;
            }
            return atGiven() == null ? at().atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(atGiven());
        }
    }

    record Entry(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String entryId,
            Instant at,
            String atGiven,
            String atText,
            @NotNull EntryKind kind,
            String text,
            Severity severity,
            List<Evidence> evidence,
            @Valid First correctedFrom,
            String addedBy)
            implements EntrySaid {
        @AssertTrue(message = "must link to pages")
        boolean isEvidenceLinked() {
            return linksToPages();
        }
    }

    record First(
            Instant at,
            String atGiven,
            String atText,
            @NotNull EntryKind kind,
            String text,
            Severity severity,
            List<Evidence> evidence)
            implements EntrySaid {
        @AssertTrue(message = "must link to pages")
        boolean isEvidenceLinked() {
            return linksToPages();
        }
    }

    record SectionSaid(@NotNull String text, Instant updatedAt, String updatedBy) {}

    record Factor(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String factorId,
            @NotNull String text,
            boolean madeWorse) {}

    /**
     * @param timeReason of exports that had one reason for all times in severity
     */
    record ImpactSaid(
            ImpactFigures figures,
            List<CustomFigure> customFigures,
            List<@Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String> supportLinks,
            TimeReasons timeReasons,
            String timeReason) {

        TimeReasons reasons() {
            if (timeReasons != null || timeReason == null || figures == null) {
                return timeReasons;
            }
            return new TimeReasons(
                    figures.timeInSev1() == null ? null : timeReason, figures.timeInSev2() == null ? null : timeReason);
        }
    }

    record PointSaid(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String pointId,
            @NotNull String text,
            String answer) {}

    record Item(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String itemId,
            @NotBlank String title,
            ActionItemKind kind,
            Priority priority,
            @Size(max = Limits.NAME) String owner,
            LocalDate dueOn,
            @NotNull
                    @Pattern(
                            regexp = "topic|ticketed|done|declined",
                            message = "must be one of topic, ticketed, done, declined")
                    String status,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String ticket,
            List<String> tags,
            List<String> answers,
            Declining declined) {}

    record Message(
            @NotNull
                    @Pattern(
                            regexp = "drafted|approved|posted|declined",
                            message = "must be one of drafted, approved, posted, declined")
                    String status,
            String summary,
            String whatHappened,
            String whatWeAreDoing,
            String apology,
            @Valid Approval approved,
            @Valid Posting posted,
            Declining declined) {}

    record Approval(@NotNull String text, long version, Instant at, String by) {}

    record Posting(
            @NotNull String text,
            @NotNull Instant at,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String url,
            String recordedBy) {}

    record Declining(Instant at, String by, String reason) {}

    record ReviewSaid(
            @NotBlank @Size(max = Limits.NAME) String person,
            @NotNull
                    @Pattern(
                            regexp = "approved|changes-requested",
                            message = "must be one of approved, changes-requested")
                    String verdict,
            Instant at,
            long version,
            boolean stale,
            boolean asManager,
            String comment,
            Edit staleSince,
            AnsweredSaid answered) {}

    record AnsweredSaid(Instant at, String by, String answer) {}

    record CommentSaid(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String commentId,
            @NotBlank @Size(max = Limits.NAME) String author,
            Instant at,
            @NotNull String text,
            Anchor anchor,
            String replyTo,
            Instant resolvedAt,
            String resolvedBy) {}

    record Email(@NotNull InternalEmailKind kind, @NotNull Instant sentAt, List<String> to, String recordedBy) {}

    record ObligationSaid(
            @NotNull ObligationKind kind,
            String subject,
            @NotNull Instant dueAt,
            String assignee,
            Instant doneAt,
            String rule) {}

    record SourceSaid(
            @NotBlank String sourceId,
            String source,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String sourceUrl,
            String license,
            List<SourceField> otherFields,
            List<SourceField> notUnderstood) {}

    record AlertSaid(
            @NotBlank @Size(max = Limits.NAME) String source,
            @NotBlank @Size(max = Limits.NAME) String alertId,
            @NotBlank @Size(max = Limits.LINE) String title,
            Severity severity,
            Instant startedAt,
            Instant resolvedAt,
            List<@NotBlank String> services,
            List<@NotBlank @Size(max = Limits.NAME) String> people) {}
}
