package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of an export: 400 {@code malformed-json}, or {@code malformed-export} where it is another JSON. */
@Component
class ExportJson {
    private final JsonMapper json;

    ExportJson(JsonMapper web) {
        json = web;
    }

    JsonNode tree(byte[] bytes, String where) {
        try {
            return json.readTree(bytes);
        } catch (JacksonException refused) {
            throw placed(JsonProblems.of(refused), where);
        }
    }

    /** The elements of a list; none for null. */
    <T> List<T> list(JsonNode list, Class<T> type, String where) {
        if (list == null || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw malformed(where + " has to be a list, as Slack exports it");
        }
        try {
            // A null in a list says nothing.
            return Stream.of(json.treeToValue(list, type.arrayType()))
                    .map(array -> (Object[]) array)
                    .flatMap(Stream::of)
                    .filter(element -> element != null)
                    .map(type::cast)
                    .toList();
        } catch (JacksonException refused) {
            throw placed(JsonProblems.of(refused), where);
        }
    }

    <T> T value(JsonNode value, Class<T> type, String where) {
        try {
            return json.treeToValue(value, type);
        } catch (JacksonException refused) {
            throw placed(JsonProblems.of(refused), where);
        }
    }

    static Problem malformed(String detail) {
        return new Problem(400, "malformed-export", detail);
    }

    private static Problem placed(Problem problem, String where) {
        return new Problem(problem.status(), problem.code(), where + ": " + problem.detail())
                .violations(problem.violations().stream()
                        .map(one -> Violation.ofField(where + " " + one.field(), one.message()))
                        .toList());
    }
}
