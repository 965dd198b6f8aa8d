package io.hindsight.query.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.SuggestionEvent.SuggestionDismissed;
import io.hindsight.events.SuggestionEvent.SuggestionTaken;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.Evidence;
import io.hindsight.words.Suggestion;
import io.hindsight.words.SuggestionKind;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionControllerTest extends WebTest {

    private static Suggestion said(String id, SuggestionKind kind, boolean byBot) {
        return new Suggestion(
                id,
                kind,
                OffsetDateTime.parse("2026-03-10T21:43:40.040Z"),
                "Rolled back " + id,
                "ana",
                byBot,
                null,
                List.of(new Evidence("https://x.slack.com/archives/C1/p1", "ana in #inc", null)));
    }

    private static SuggestionsMade made(Suggestion... suggestions) {
        return new SuggestionsMade("slack", "inc", Arrays.asList(suggestions));
    }

    private List<String> ids(String postmortem, String query) {
        return at(get("/api/postmortems/" + postmortem + "/suggestions?" + query), "$.items[*].suggestionId");
    }

    @Test
    void suggestions_are_listed_by_time_and_say_what_became_of_them() {
        append(
                "suggest-1",
                Events.opened(),
                made(
                        said("3-c", SuggestionKind.TIMELINE_ENTRY, true),
                        said("1-a", SuggestionKind.TIMELINE_ENTRY, false),
                        said("2-b", SuggestionKind.ACTION_ITEM, false)),
                new SuggestionTaken("1-a", "e1", null),
                new SuggestionDismissed("2-b"));
        append("suggest-2", Events.opened(), made(said("1-z", SuggestionKind.TIMELINE_ENTRY, false)));

        assertThat(ids("suggest-1", "")).containsExactly("1-a", "2-b", "3-c");
        assertThat(ids("suggest-1", "state=open")).containsExactly("3-c");
        assertThat(ids("suggest-1", "state=taken&state=dismissed")).containsExactly("1-a", "2-b");
        assertThat(ids("suggest-1", "kind=action-item")).containsExactly("2-b");
        assertThat(ids("suggest-1", "byBot=false")).containsExactly("1-a", "2-b");

        var first = get("/api/postmortems/suggest-1/suggestions?size=2");
        assertThat(WebTest.<String>at(first, "$.items[0].state")).isEqualTo("taken");
        assertThat(WebTest.<String>at(first, "$.items[0].entryId")).isEqualTo("e1");
        assertThat(WebTest.<String>at(first, "$.items[0].decidedBy")).isEqualTo("ana");
        assertThat(WebTest.<String>at(first, "$.items[0].at")).isEqualTo("2026-03-10T21:43:40.040Z");
        assertThat(WebTest.<String>at(first, "$.items[0].evidence[0].label")).isEqualTo("ana in #inc");
        assertThat(WebTest.<String>at(first, "$.items[1].state")).isEqualTo("dismissed");
        assertThat(ids("suggest-1", "size=2&cursor=" + nextCursor(first))).containsExactly("3-c");
    }

    @Test
    void one_that_was_dismissed_and_then_taken_is_taken() {
        append("suggest-3", Events.opened(), made(said("1-a", SuggestionKind.TIMELINE_ENTRY, false)));
        append("suggest-3", new SuggestionDismissed("1-a"));
        assertThat(ids("suggest-3", "state=dismissed")).containsExactly("1-a");

        append("suggest-3", new SuggestionTaken("1-a", null, "i1"));

        assertThat(ids("suggest-3", "state=taken")).containsExactly("1-a");
    }

    @Test
    void the_document_carries_none_and_the_history_says_it() {
        append("suggest-4", Events.opened(), made(said("1-a", SuggestionKind.TIMELINE_ENTRY, false)));

        assertThat(get("/api/postmortems/suggest-4").body()).doesNotContain("Rolled back");
        assertThat(WebTest.<String>at(get("/api/postmortems/suggest-4/history"), "$.items[0].summary"))
                .isEqualTo("Imported 1 suggestions from the channel #inc of slack");
    }

    @Test
    void an_unknown_postmortem_has_none() {
        assertThat(get("/api/postmortems/suggest-none/suggestions").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/postmortems/suggest-4/suggestions?state=lost").statusCode())
                .isEqualTo(400);
    }
}
