package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hindsight.events.ActionItemEvent.ActionItemChanged;
import io.hindsight.events.FactorEvent.ContributingFactorCorrected;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.PointEvent.WentBadlyCorrected;
import io.hindsight.events.PointEvent.WentWellCorrected;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.Upcasts;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Priority;
import io.hindsight.words.TimeReasons;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored in an earlier revision says the same today: an edit that could not be called minor was none. */
class OldEventsTest {
    private final EventSerializer serializer = EventSerializer.ofAllEvents();

    static Stream<Arguments> stored() {
        return Stream.of(
                arguments(
                        "timeline-entry-corrected",
                        "{\"entryId\":\"e\",\"text\":\"Better\"}",
                        new TimelineEntryCorrected("e", null, null, "Better", null, null, false, false)),
                arguments(
                        "contributing-factor-corrected",
                        "{\"factorId\":\"f\",\"madeWorse\":true}",
                        new ContributingFactorCorrected("f", null, true, false)),
                arguments(
                        "went-well-corrected",
                        "{\"pointId\":\"p\",\"text\":\"Better\"}",
                        new WentWellCorrected("p", "Better", false)),
                arguments(
                        "went-badly-corrected",
                        "{\"pointId\":\"p\",\"answer\":\"A drill\"}",
                        new WentBadlyCorrected("p", null, "A drill", false)),
                arguments(
                        "action-item-changed",
                        "{\"itemId\":\"a\",\"title\":\"Better\",\"kind\":\"prevention\",\"priority\":\"p0\",\"answers\":[]}",
                        new ActionItemChanged(
                                "a", "Better", ActionItemKind.PREVENTION, Priority.P0, null, null, List.of(), false)),
                arguments("reviews-went-stale", "{\"people\":[\"ben\"]}", new ReviewsWentStale(List.of("ben"), null)));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void the_first_revision_is_read(String name, String json, PostmortemEvent event) {
        assertThat(StoredEvent.read(name, "1", json, serializer, Upcasts.all())).isEqualTo(event);
    }

    @Test
    void a_correction_of_the_second_revision_takes_no_severity_away() {
        String json = "{\"entryId\":\"e\",\"text\":\"Better\",\"minor\":true}";
        assertThat(StoredEvent.read("timeline-entry-corrected", "2", json, serializer, Upcasts.all()))
                .isEqualTo(new TimelineEntryCorrected("e", null, null, "Better", null, null, true, false));
    }

    @Test
    void impact_of_the_second_revision_explains_no_time() {
        String json = "{\"figures\":{\"timeInSev1\":\"PT1H\"},\"customFigures\":[],\"supportLinks\":[]}";
        assertThat(StoredEvent.read("impact-recorded", "2", json, serializer, Upcasts.all()))
                .isEqualTo(new ImpactRecorded(
                        new ImpactFigures(Duration.ofHours(1), null, null, null, null, null, null),
                        List.of(),
                        List.of(),
                        TimeReasons.NONE));
    }
}
