package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.postmortem.Scenario;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.BodyReader;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An export that is malformed is refused with the field before anything is decided on. */
class ExportReaderTest {
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    /** Every list has an element, so that each can be tried with another. */
    private static final String EXPORT =
            """
            {'id': 'pm-1', 'format': 'hindsight-postmortem', 'formatVersion': 1, 'version': 7, 'title': 'Slow', 'status': 'in-review',
             'severity': 'sev-2', 'required': true, 'owner': 'olga', 'openedAt': '2026-11-20T09:00:00Z', 'openedBy': 'olga',
             'updatedAt': '2026-11-20T09:00:00Z', 'tags': ['checkout'], 'restrictedTo': ['olga'],
             'incident': {'reference': 'INC-1', 'startedAt': '2026-11-20T08:00:00Z', 'services': ['checkout']},
             'meeting': {'startsAt': '2026-11-21T10:00:00Z', 'duration': 'PT30M', 'heldAt': '2026-11-21T10:00:00Z', 'attendees': ['olga'],
              'invitees': [{'person': 'olga', 'roles': ['owner'], 'optional': false}], 'missingRoles': ['incident-commander']},
             'earlierMeetings': [{'startsAt': '2026-11-20T10:00:00Z', 'duration': 'PT30M', 'heldAt': '2026-11-20T10:00:00Z',
              'heldBy': '2026-11-22T10:00:00Z'}],
             'calendar': {'host': 'there.example', 'sequence': 1},
             'responders': [{'person': 'ivo', 'role': 'incident-commander'}],
             'timeline': [{'entryId': 'e1', 'at': '2026-11-20T08:00:00Z', 'atGiven': '2026-11-20T09:00+01:00', 'kind': 'paged', 'text': 'Paged',
              'evidence': [{'url': 'https://graphs.example'}], 'addedBy': 'eve',
              'corrected': {'at': '2026-11-20T09:00:00Z', 'by': 'dan', 'reason': 'The log'}, 'correctedFrom': {'at': '2026-11-20T07:00:00Z',
               'atGiven': '2026-11-20T08:00+01:00', 'kind': 'detected', 'text': 'Seen', 'evidence': [{'query': 'up'}]}}],
             'sections': {'overview': {'text': 'Slow', 'updatedAt': '2026-11-20T09:00:00Z', 'updatedBy': 'olga'}},
             'contributingFactors': [{'factorId': 'f1', 'text': 'No limit', 'madeWorse': false}],
             'impact': {'figures': {'timeInSev2': 'PT7M', 'accountsAffected': 3}, 'supportLinks': ['https://support.example/1'],
              'customFigures': [{'id': 'revenue', 'label': 'Revenue', 'unit': 'EUR', 'amount': 7}], 'timeReasons': {'timeInSev2': 'Late'}},
             'wentWell': [{'pointId': 'p1', 'text': 'Rollback'}],
             'wentBadly': [{'pointId': 'p2', 'text': 'Paging', 'answer': 'Rare'}],
             'actionItems': [{'itemId': 'i1', 'title': 'Limit it', 'kind': 'prevention', 'priority': 'p1', 'owner': 'olga', 'dueOn': '2026-12-01',
              'status': 'declined', 'ticket': 'https://tickets.example/1', 'tags': ['sev2'], 'answers': ['p2'],
              'declined': {'at': '2026-11-20T09:00:00Z', 'by': 'olga', 'reason': 'Dear'}}],
             'externalMessage': {'status': 'posted', 'summary': 'Slow', 'approved': {'text': 'Slow', 'version': 3, 'by': 'olga'},
              'posted': {'text': 'Slow', 'at': '2026-11-20T09:00:00Z', 'recordedBy': 'olga'}},
             'reviews': [{'person': 'ben', 'verdict': 'changes-requested', 'at': '2026-11-20T09:00:00Z', 'version': 3, 'stale': true,
              'asManager': false, 'staleSince': {'version': 4, 'at': '2026-11-20T09:00:00Z', 'by': 'olga', 'action': 'section-written'},
              'answered': {'at': '2026-11-20T09:00:00Z', 'by': 'olga', 'answer': 'Done'}}],
             'comments': [{'commentId': 'c1', 'author': 'ben', 'at': '2026-11-20T09:00:00Z', 'text': 'Why?', 'anchor': {'section': 'overview'},
              'resolvedAt': '2026-11-20T09:00:00Z', 'resolvedBy': 'olga'}],
             'internalEmails': [{'kind': 'results', 'sentAt': '2026-11-20T09:00:00Z', 'to': ['all@there.example']}],
             'obligations': [{'kind': 'review', 'dueAt': '2026-11-25T00:00:00Z', 'rule': 'review.quorum'}],
             'source': {'sourceId': 's1', 'source': 'wiki', 'otherFields': [{'field': 'a', 'value': 'b'}],
              'notUnderstood': [{'field': 'c', 'value': 'd', 'message': 'e'}]},
             'alert': {'source': 'pagerduty', 'alertId': 'Q1', 'title': 'Latency', 'services': ['checkout'], 'people': ['ana']}}"""
                    .replace('\'', '"');

    private final ExportReader reader = new ExportReader(bodies());

    static BodyReader bodies() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JsonMapper.class, () -> Records.JSON);
            context.registerBean(Validator.class, VALIDATORS::getValidator);
            context.register(BodyReader.class);
            context.refresh();
            return context.getBean(BodyReader.class);
        }
    }

    private static ObjectNode export() {
        return (ObjectNode) Records.JSON.readTree(EXPORT);
    }

    private RestorePostmortem read(JsonNode export) {
        return reader.read(Records.read(export.toString()));
    }

    /** Where it is malformed; none where it is taken, and it can be restored then. */
    private List<String> malformed(JsonNode export) {
        try {
            RestorePostmortem command = read(export);
            assertThat(Scenario.postmortem().when(command).refusal()).isNull();
            return List.of();
        } catch (Problem problem) {
            assertThat(problem.document().getStatus()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo("malformed-record");
            assertThat(problem.violations()).isNotEmpty();
            return problem.violations().stream().map(Violation::field).toList();
        }
    }

    /** The pointers to all that is in it. */
    private static List<JsonPointer> within(JsonNode node, JsonPointer at) {
        List<JsonPointer> all = new ArrayList<>();
        node.propertyNames().forEach(name -> all.add(at.appendProperty(name)));
        IntStream.range(0, node.isArray() ? node.size() : 0).forEach(index -> all.add(at.appendIndex(index)));
        List.copyOf(all)
                .forEach(one -> all.addAll(within(
                        node.at(JsonPointer.compile(
                                one.toString().substring(at.toString().length()))),
                        one)));
        return all;
    }

    /** The export with another value there; without any for null. */
    private static ObjectNode with(JsonPointer at, JsonNode value) {
        ObjectNode export = export();
        JsonNode parent = export.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value == null ? NullNode.instance : value);
        } else if (value == null) {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
        return export;
    }

    private static String field(JsonPointer at) {
        return at.toString().substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }

    @Test
    void an_export_in_which_everything_is_told_is_taken() {
        assertThat(malformed(export())).isEmpty();
    }

    @Test
    void nothing_in_a_list_is_null() {
        List<JsonPointer> elements = within(export(), JsonPointer.empty()).stream()
                .filter(at ->
                        at.last().mayMatchElement() && export().at(at.head()).isArray())
                .toList();

        assertThat(elements).hasSizeGreaterThan(25).allSatisfy(at -> assertThat(malformed(with(at, null)))
                .containsOnly(field(at)));
    }

    @Test
    void whatever_is_left_out_or_is_something_else_is_refused_or_taken_and_breaks_nothing() {
        List<JsonNode> others = Stream.of("null", "'not this'", "{}", "[]", "-1")
                .map(json -> Records.JSON.readTree(json.replace('\'', '"')))
                .toList();

        assertThat(within(export(), JsonPointer.empty())).allSatisfy(at -> {
            malformed(with(at, null));
            others.forEach(other -> malformed(with(at, other)));
        });
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/timeline/0/atGiven, not a time, timeline[0].atGiven",
        "/timeline/0/atGiven, 2026-11-20T09:00+02:00, timeline[0]",
        "/timeline/0/correctedFrom/atGiven, 2026-11-20T08:01+01:00, timeline[0].correctedFrom",
        "/timeline/0/kind, guessed, timeline[0].kind",
        "/meeting/duration, half an hour, meeting.duration",
        "/actionItems/0/dueOn, soon, actionItems[0].dueOn",
        "/comments/0/anchor/section, nowhere, comments[0].anchor.section",
    })
    void a_text_that_is_read_as_something_else_is_refused_where_it_is_none(String at, String text, String field) {
        assertThat(malformed(with(JsonPointer.compile(at), StringNode.valueOf(text))))
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeline",
                "contributingFactors",
                "wentWell",
                "wentBadly",
                "actionItems",
                "comments",
                "reviews",
                "responders",
                "obligations",
                "impact.customFigures"
            })
    void nothing_that_a_command_names_is_told_twice(String list) {
        ObjectNode export = export();
        ArrayNode parts = (ArrayNode) export.at("/" + list.replace('.', '/'));
        parts.add(parts.get(0));

        assertThat(malformed(export)).containsExactly(list);
    }

    @Test
    void no_point_went_well_and_badly() {
        JsonPointer id = JsonPointer.compile("/wentBadly/0/pointId");

        assertThat(malformed(with(id, StringNode.valueOf("p1")))).containsExactly("wentBadly[0].pointId");
    }

    @Test
    void a_section_that_there_is_not_is_refused_with_its_name() {
        ObjectNode export = export();
        ((ObjectNode) export.get("sections")).putObject("nowhere").put("text", "Lost");

        assertThat(malformed(export)).containsExactly("sections.nowhere");
    }
}
