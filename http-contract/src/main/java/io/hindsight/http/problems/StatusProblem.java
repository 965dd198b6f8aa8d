package io.hindsight.http.problems;

import io.hindsight.http.Problem;
import java.util.Map;

/** The problem behind a bare HTTP status, where whoever set the status knew no more. */
final class StatusProblem {
    private record Words(String code, String detail) {}

    private static final Map<Integer, Words> WORDS = Map.ofEntries(
            Map.entry(400, new Words("bad-request", "The request cannot be read.")),
            Map.entry(401, new Words("unauthenticated", "Send a token: \"Authorization: Bearer <token>\".")),
            Map.entry(403, new Words("not-allowed", "This is not allowed.")),
            Map.entry(404, new Words("not-found", "There is nothing here.")),
            Map.entry(405, new Words("method-not-allowed", "This method cannot be used here: see the header Allow.")),
            Map.entry(406, new Words("not-acceptable", "There is no answer of a type that the header Accept names.")),
            Map.entry(413, new Words("body-too-large", "A body may be 1 MiB long.")),
            Map.entry(414, new Words("uri-too-long", "The request's address is too long.")),
            Map.entry(415, new Words("unsupported-media-type", "A body of this type is not taken here.")),
            Map.entry(431, new Words("headers-too-large", "The request's headers are too long.")),
            Map.entry(503, new Words("unavailable", "This cannot be answered now: try again.")));

    private StatusProblem() {}

    static Problem of(int status) {
        Words words = WORDS.get(status);
        if (words == null) {
            words = status < 500 ? WORDS.get(400) : new Words("internal-error", "Something went wrong here.");
        }
        return new Problem(status, words.code(), words.detail());
    }
}
