package io.hindsight.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.query.Events;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.words.EntryKind;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Severity;
import io.hindsight.words.TimeReasons;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is computed from the marks of the timeline (rules {@code timeline.marks}, {@code impact.figures}). */
class TimelineTimesTest {
    private final List<PostmortemEvent> events = new ArrayList<>(List.of(Events.opened("Slow", Severity.SEV_2)));

    @Test
    void each_duration_is_from_mark_to_mark() {
        at("09:00", EntryKind.CAUSE_BEGAN, null);
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("10:07", EntryKind.DETECTED, null);
        at("10:08", EntryKind.ACTION, null);
        at("10:10", EntryKind.PAGED, null);
        at("10:14", EntryKind.ACTION, null);
        at("10:40", EntryKind.MITIGATED, null);
        at("10:50", EntryKind.MITIGATED, null);
        at("11:30", EntryKind.INCIDENT_RESOLVED, null);

        assertThat(document().durations()).isEqualTo(new Durations(minutes(7), minutes(4), minutes(40), minutes(90)));
    }

    @Test
    void where_nobody_was_paged_the_first_action_after_the_detection_acknowledges_it() {
        at("10:00", EntryKind.DETECTED, null);
        at("09:59", EntryKind.ACTION, null);
        at("10:00", EntryKind.ACTION, null);

        assertThat(document().durations()).isEqualTo(new Durations(null, Duration.ZERO, null, null));
    }

    @Test
    void a_mark_that_the_timeline_lacks_is_taken_from_the_incident() {
        events.add(new IncidentTimesCorrected(time("10:00"), time("10:05"), time("11:00")));
        at("10:01", EntryKind.INCIDENT_STARTED, null);

        assertThat(document().durations()).isEqualTo(new Durations(minutes(4), null, null, minutes(59)));
    }

    @Test
    void what_is_not_known_is_absent_and_so_is_what_the_marks_contradict() {
        assertThat(document().durations()).isNull();
        assertThat(document().timeInSeverity()).isNull();

        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("09:50", EntryKind.DETECTED, null);
        events.add(Events.entry("undated", null, "Somebody noticed"));

        assertThat(document().durations()).isNull();
        assertThat(document().timeInSeverity()).isNull();
    }

    @Test
    void a_correction_of_the_words_keeps_the_place_among_others_of_its_time_and_so_what_follows_from_it() {
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("11:00", EntryKind.SEVERITY_CHANGED, Severity.SEV_1);
        at("11:00", EntryKind.SEVERITY_CHANGED, Severity.SEV_3);
        at("12:00", EntryKind.INCIDENT_RESOLVED, null);
        PostmortemDocument before = document();
        events.add(new TimelineEntryCorrected("e2", null, null, "Put better", null, null, false, false));
        events.add(new TimelineEntryCorrected("e2", time("11:00"), null, null, null, List.of(), false, false));

        assertThat(document().timeline()).extracting(TimelineEntry::entryId).containsExactly("e1", "e2", "e3", "e4");
        assertThat(document().timeInSeverity()).isEqualTo(before.timeInSeverity());

        events.add(new TimelineEntryCorrected("e2", time("11:30"), null, null, null, null, false, false));
        events.add(new TimelineEntryCorrected("e2", time("11:00"), null, null, null, null, false, false));
        assertThat(document().timeline())
                .as("moved away and back, it comes after those told before")
                .extracting(TimelineEntry::entryId)
                .containsExactly("e1", "e3", "e2", "e4");
    }

    @Test
    void nothing_of_it_is_stored() {
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);

        PostmortemDocument stored = Events.folded(events.toArray(PostmortemEvent[]::new));

        assertThat(stored.durations()).isNull();
        assertThat(stored.timeInSeverity()).isNull();
        assertThat(stored.timeline()).extracting(TimelineEntry::mark).containsOnlyNulls();
        assertThat(stored.impact().figures()).isEqualTo(ImpactFigures.UNKNOWN);
    }

    @Test
    void the_start_and_the_resolution_are_marked() {
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("10:30", EntryKind.MITIGATED, null);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);

        assertThat(document().timeline())
                .extracting(TimelineEntry::mark)
                .containsExactly(Mark.START, null, Mark.RESOLUTION);
    }

    @Test
    void an_escalation_and_a_second_one_add_up() {
        at("10:00", EntryKind.INCIDENT_STARTED, Severity.SEV_2);
        at("10:10", EntryKind.SEVERITY_CHANGED, Severity.SEV_1);
        at("10:30", EntryKind.SEVERITY_CHANGED, Severity.SEV_2);
        at("10:40", EntryKind.SEVERITY_CHANGED, Severity.SEV_1);
        at("11:00", EntryKind.SEVERITY_CHANGED, Severity.SEV_3);
        at("11:30", EntryKind.INCIDENT_RESOLVED, null);
        at("12:00", EntryKind.SEVERITY_CHANGED, Severity.SEV_1);

        assertThat(document().timeInSeverity())
                .isEqualTo(Map.of("sev-1", minutes(40), "sev-2", minutes(20), "sev-3", minutes(30)));
        assertThat(document().impact().figures().timeInSev1()).isEqualTo(minutes(40));
        assertThat(document().impact().figures().timeInSev2()).isEqualTo(minutes(20));
    }

    @Test
    void a_severity_noted_before_the_start_holds_at_the_start() {
        at("09:00", EntryKind.OBSERVATION, Severity.SEV_1);
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);

        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-1", minutes(60)));
    }

    @Test
    void a_timeline_that_names_no_severity_was_in_the_postmortems_and_in_no_other() {
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);

        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-2", minutes(60)));
        assertThat(document().impact().figures().timeInSev1()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_gap_is_unknown_and_leaves_the_figures_unknown() {
        at("10:00", EntryKind.INCIDENT_STARTED, null);
        at("10:10", EntryKind.SEVERITY_CHANGED, Severity.SEV_1);
        at("10:30", EntryKind.SEVERITY_CHANGED, null);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);

        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-1", minutes(20), "unknown", minutes(40)));
        assertThat(document().impact().figures()).isEqualTo(ImpactFigures.UNKNOWN);
    }

    @Test
    void a_recorded_figure_overrides_the_computed_one() {
        at("10:00", EntryKind.INCIDENT_STARTED, Severity.SEV_1);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);
        events.add(new ImpactRecorded(
                new ImpactFigures(minutes(45), null, null, null, 312L, null, null), List.of(), List.of(), null));

        assertThat(document().impact().figures())
                .isEqualTo(new ImpactFigures(minutes(45), Duration.ZERO, null, null, 312L, null, null));
        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-1", minutes(60)));
    }

    @Test
    void a_figure_that_is_made_unknown_again_is_the_computed_one() {
        at("10:00", EntryKind.INCIDENT_STARTED, Severity.SEV_1);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);
        events.add(new ImpactRecorded(
                new ImpactFigures(minutes(45), null, null, null, null, null, null), List.of(), List.of(), null));
        events.add(new ImpactRecorded(ImpactFigures.UNKNOWN, List.of(), List.of(), null));

        assertThat(document().impact().figures().timeInSev1()).isEqualTo(minutes(60));
    }

    @Test
    void the_reasons_are_those_that_were_recorded_whatever_reason_the_request_had() {
        PostmortemDocument drill = recorded(minutes(45), null, new TimeReasons("A drill", null));
        assertThat(drill.impact().timeReasons()).isEqualTo(new TimeReasons("A drill", null));
        assertThat(drill.asOf(Events.START).impact().timeReasons()).isEqualTo(new TimeReasons("A drill", null));

        PostmortemDocument unexplained = recorded(minutes(45), minutes(5), TimeReasons.NONE);
        assertThat(unexplained.impact().timeReasons()).isEqualTo(TimeReasons.NONE);
    }

    @Test
    void a_reason_is_shown_while_the_time_is_not_the_timelines() {
        at("10:00", EntryKind.INCIDENT_STARTED, Severity.SEV_1);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);
        PostmortemDocument both = recorded(minutes(60), minutes(5), new TimeReasons("A drill", "A late downgrade"));

        assertThat(both.asOf(Events.START).impact().timeReasons()).isEqualTo(new TimeReasons(null, "A late downgrade"));
        assertThat(both.impact().timeReasons()).isEqualTo(new TimeReasons("A drill", "A late downgrade"));
    }

    private PostmortemDocument recorded(Duration timeInSev1, Duration timeInSev2, TimeReasons reasons) {
        PostmortemDocument before = document();
        ImpactRecorded impact = new ImpactRecorded(
                new ImpactFigures(timeInSev1, timeInSev2, null, null, null, null, null), List.of(), List.of(), reasons);
        Map<String, String> metadata = new HashMap<>(Events.metadata());
        metadata.put(EventMetadata.REASON, "Of the request");
        return DocumentFold.fold(
                before, new RecordedEvent(before.id(), before.version() + 1, Events.START, impact, metadata));
    }

    @Test
    void a_severity_that_was_taken_away_counts_no_more() {
        at("10:00", EntryKind.INCIDENT_STARTED, Severity.SEV_1);
        at("10:30", EntryKind.OBSERVATION, Severity.SEV_2);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);
        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-1", minutes(30), "sev-2", minutes(30)));

        events.add(new TimelineEntryCorrected("e2", null, null, null, null, null, false, true));
        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-1", minutes(60)));
    }

    @Test
    void of_two_severities_noted_at_one_time_the_one_told_last_holds_however_the_other_is_put_better() {
        at("10:00", EntryKind.INCIDENT_STARTED, Severity.SEV_1);
        at("10:00", EntryKind.SEVERITY_CHANGED, Severity.SEV_2);
        at("11:00", EntryKind.INCIDENT_RESOLVED, null);
        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-2", minutes(60)));

        events.add(new TimelineEntryCorrected("e1", null, null, "Put better", null, null, false, false));
        assertThat(document().timeInSeverity()).isEqualTo(Map.of("sev-2", minutes(60)));
    }

    private void at(String time, EntryKind kind, Severity severity) {
        events.add(new TimelineEntryAdded(
                "e" + events.size(), time(time), null, kind, "Something happened", severity, List.of()));
    }

    private PostmortemDocument document() {
        return Events.folded(events.toArray(PostmortemEvent[]::new)).asOf(Events.START);
    }

    private static OffsetDateTime time(String time) {
        return OffsetDateTime.parse("2026-03-01T" + time + ":00Z");
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
