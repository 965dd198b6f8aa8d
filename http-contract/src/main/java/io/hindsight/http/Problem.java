package io.hindsight.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A refusal that the client is told of as {@code application/problem+json} (RFC 9457). Thrown from anywhere below a
 * handler; the message is the {@code detail}, written for the client.
 */
public class Problem extends RuntimeException {
    private static final String TYPE_PREFIX = "urn:hindsight:problem:";

    private final int status;
    private final String code;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final HttpHeaders headers = new HttpHeaders();

    /**
     * @param status the HTTP status, 400–599
     * @param code what went wrong, in kebab-case; clients may rely on it, so it never changes
     * @param detail what went wrong this time, in words, without internals
     */
    public Problem(int status, String code, String detail) {
        // A refusal is an answer, not a fault: nobody reads its stack trace, and filling one costs more than the
        // refusal.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** Adds one thing that is wrong. */
    public Problem violation(Violation violation) {
        violations.add(violation);
        return this;
    }

    /** Adds all that is wrong. */
    public Problem violations(List<Violation> more) {
        violations.addAll(more);
        return this;
    }

    /** Adds a property of the document, {@code currentVersion} for one. */
    public Problem with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Adds a header of the answer, {@code Retry-After} for one. */
    public Problem header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** In words, for the client. */
    public String detail() {
        return getMessage();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }

    /** The document, for an answer of its own or inside another (the result of one line of an import). */
    public ProblemDetail document() {
        ProblemDetail document = ProblemDetail.forStatus(status);
        document.setType(URI.create(TYPE_PREFIX + code));
        document.setTitle(title());
        document.setDetail(getMessage());
        document.setProperty("code", code);
        if (!violations.isEmpty()) {
            document.setProperty("violations", violations());
        }
        properties.forEach(document::setProperty);
        return document;
    }

    /** The whole answer. Its content type is set, so that no {@code Accept} header turns a refusal into another one. */
    public ResponseEntity<Object> answer() {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document());
    }

    /** The type in words: {@code idempotency-key-reused} as "Idempotency key reused". */
    private String title() {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
