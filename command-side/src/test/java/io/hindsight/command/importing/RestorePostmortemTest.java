package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.postmortem.Scenario;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestorePostmortemTest {
    /** Names its owner and its incident commander. */
    private static RestorePostmortem export() {
        String json =
                """
                {'format': 'hindsight-postmortem', 'formatVersion': 1, 'version': 7, 'title': 'Slow', 'status': 'draft', 'required': true,
                 'owner': 'olga', 'openedAt': '2026-11-20T08:00:00Z', 'openedBy': 'olga', 'updatedAt': '2026-11-20T09:00:00Z',
                 'incident': {}, 'responders': [{'person': 'ivo', 'role': 'incident-commander'}]}""";
        return new RestorePostmortem(Records.JSON.readValue(json.replace('\'', '"'), ExportedPostmortem.class), "hash");
    }

    static Stream<Arguments> callers() {
        return Stream.of(
                arguments("a coordinator", Set.of("reader", "responder", "coordinator"), "cora", true),
                arguments("a responder", Set.of("reader", "responder"), "ben", false),
                arguments("the owner that the export names", Set.of("reader", "responder"), "olga", false),
                arguments("the incident commander that the export names", Set.of("reader", "responder"), "ivo", false),
                arguments("an administrator", Set.of("reader", "administrator"), "adam", false),
                arguments("an integration", Set.of("reader", "responder", "integration"), "bot", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callers")
    void an_export_is_imported_by_a_coordinator_and_nobody_is_made_one_by_what_it_says(
            String who, Set<String> roles, String name, boolean may) {
        Scenario scenario =
                Scenario.postmortem().by(new Actor(name, roles, null)).when(export());

        if (may) {
            assertThat(scenario.refusal()).isNull();
        } else {
            assertThat(scenario.refusal().kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
        }
    }
}
