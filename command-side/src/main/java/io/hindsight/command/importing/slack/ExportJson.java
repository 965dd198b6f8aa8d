package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of an export piece by piece, so that it is never held as a whole: 400 {@code malformed-json}, {@code invalid-body}
 * or {@code malformed-export} where it is another JSON.
 */
@Component
class ExportJson {
    private final JsonMapper json;

    ExportJson(JsonMapper web) {
        json = web;
    }

    /** Lets the reader read all of the bytes, from their first token. */
    void read(byte[] bytes, String where, Consumer<JsonParser> reader) {
        try (JsonParser parser = json.createParser(bytes)) {
            parser.nextToken();
            reader.accept(parser);
            if (parser.nextToken() != null) {
                throw new Problem(400, "malformed-json", where + ": Something follows its end.");
            }
        } catch (JacksonException refused) {
            throw placed(JsonProblems.of(refused), where);
        }
    }

    /** Gives each element of the list that the bytes are. */
    <T> void list(byte[] bytes, Class<T> type, String where, Consumer<T> taker) {
        read(bytes, where, parser -> list(parser, type, where, taker));
    }

    /** Gives each element of the list that begins here; null is none, in a list or in place of it. */
    <T> void list(JsonParser parser, Class<T> type, String where, Consumer<T> taker) {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return;
        }
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw malformed(where + " has to be a list, as Slack exports it");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            T element = value(parser, type, where + "[" + i + "]");
            if (element != null) {
                taker.accept(element);
            }
        }
    }

    /** The value that begins here, which may be null. */
    <T> T value(JsonParser parser, Class<T> type, String where) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(parser);
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
