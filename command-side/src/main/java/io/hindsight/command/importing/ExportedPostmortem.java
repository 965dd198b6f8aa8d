package io.hindsight.command.importing;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.importing.EachOnce.Identified;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Anchor;
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
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
        @NotNull @Valid IncidentSaid incident,
        List<@NotBlank String> tags,
        @Valid MeetingSaid meeting,
        List<@NotNull @Valid MeetingSaid> earlierMeetings,
        @Valid CalendarSaid calendar,
        @EachOnce List<@NotNull @Valid ResponderSaid> responders,
        @EachOnce List<@NotNull @Valid Entry> timeline,
        Map<String, @NotNull @Valid SectionSaid> sections,
        @EachOnce List<@NotNull @Valid Factor> contributingFactors,
        @Valid ImpactSaid impact,
        @EachOnce List<@NotNull @Valid PointSaid> wentWell,
        @EachOnce List<@NotNull @Valid PointSaid> wentBadly,
        @EachOnce List<@NotNull @Valid Item> actionItems,
        @Valid Message externalMessage,
        @EachOnce List<@NotNull @Valid ReviewSaid> reviews,
        @EachOnce List<@NotNull @Valid CommentSaid> comments,
        List<@NotNull @Valid Email> internalEmails,
        @EachOnce List<@NotNull @Valid ObligationSaid> obligations,
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
            List<@NotNull String> attendees,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String recording,
            List<@NotNull @Valid InviteeSaid> invitees,
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

    record ResponderSaid(@NotBlank @Size(max = Limits.NAME) String person, @NotNull ResponderRole role)
            implements Identified {
        @Override
        public String id() {
            return role + " " + person;
        }
    }

    /** What an entry says now, or said at first. */
    interface EntrySaid {
        Instant at();

        OffsetDateTime atGiven();

        List<@NotNull Evidence> evidence();

        /** Whether each link of its evidence leads to a page. */
        default boolean linksToPages() {
            return Restoring.list(evidence()).stream()
                    .allMatch(
                            one -> one == null || one.url() == null || one.url().matches(Limits.WEB_URL));
        }

        /** Whether the time in its own offset is the same instant. */
        default boolean sameTimes() {
            return atGiven() == null || at() != null && atGiven().toInstant().equals(at());
        }

        default OffsetDateTime time() {
            if (at() == null) {
                return null;
            }
            return atGiven() == null ? at().atOffset(ZoneOffset.UTC) : atGiven();
        }
    }

    record Entry(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String entryId,
            Instant at,
            OffsetDateTime atGiven,
            String atText,
            @NotNull EntryKind kind,
            String text,
            Severity severity,
            List<@NotNull Evidence> evidence,
            @Valid First correctedFrom,
            Correction corrected,
            String addedBy)
            implements EntrySaid, Identified {
        @Override
        public String id() {
            return entryId;
        }

        @AssertTrue(message = "must link to pages")
        boolean isEvidenceLinked() {
            return linksToPages();
        }

        @AssertTrue(message = "must have an atGiven of the same instant as at")
        boolean isAtGivenAt() {
            return sameTimes();
        }
    }

    record Correction(Instant at, String by, String reason) {}

    record First(
            Instant at,
            OffsetDateTime atGiven,
            String atText,
            @NotNull EntryKind kind,
            String text,
            Severity severity,
            List<@NotNull Evidence> evidence)
            implements EntrySaid {
        @AssertTrue(message = "must link to pages")
        boolean isEvidenceLinked() {
            return linksToPages();
        }

        @AssertTrue(message = "must have an atGiven of the same instant as at")
        boolean isAtGivenAt() {
            return sameTimes();
        }
    }

    record SectionSaid(@NotNull String text, Instant updatedAt, String updatedBy) {}

    record Factor(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String factorId,
            @NotNull String text,
            boolean madeWorse)
            implements Identified {
        @Override
        public String id() {
            return factorId;
        }
    }

    /**
     * @param timeReason of exports that had one reason for all times in severity
     */
    record ImpactSaid(
            ImpactFigures figures,
            @EachOnce List<@NotNull @Valid FigureSaid> customFigures,
            List<@NotNull @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String> supportLinks,
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

    record FigureSaid(
            @NotBlank String id,
            @NotBlank String label,
            String unit,
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal amount)
            implements Identified {}

    record PointSaid(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String pointId,
            @NotNull String text,
            String answer)
            implements Identified {
        @Override
        public String id() {
            return pointId;
        }
    }

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
            List<@NotNull String> tags,
            List<@NotNull String> answers,
            Declining declined)
            implements Identified {
        @Override
        public String id() {
            return itemId;
        }
    }

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
            Declining declined,
            List<@NotNull @Valid Posting> earlierPostings) {}

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
            AnsweredSaid answered)
            implements Identified {
        @Override
        public String id() {
            return person;
        }
    }

    record AnsweredSaid(Instant at, String by, String answer) {}

    record CommentSaid(
            @NotNull @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String commentId,
            @NotBlank @Size(max = Limits.NAME) String author,
            Instant at,
            @NotNull String text,
            Anchor anchor,
            String replyTo,
            Instant resolvedAt,
            String resolvedBy)
            implements Identified {
        @Override
        public String id() {
            return commentId;
        }
    }

    record Email(
            @NotNull InternalEmailKind kind, @NotNull Instant sentAt, List<@NotNull String> to, String recordedBy) {}

    record ObligationSaid(
            @NotNull ObligationKind kind,
            String subject,
            @NotNull Instant dueAt,
            String assignee,
            Instant doneAt,
            String rule)
            implements Identified {
        @Override
        public String id() {
            return kind + " " + subject;
        }
    }

    record SourceSaid(
            @NotBlank String sourceId,
            String source,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) String sourceUrl,
            String license,
            List<@NotNull SourceField> otherFields,
            List<@NotNull SourceField> notUnderstood) {}

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
