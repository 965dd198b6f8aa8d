package io.hindsight.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class RefusalsTest extends HttpTest {

    @Test
    void a_refusal_carries_its_violations_properties_and_headers() {
        HttpResponse<String> answer = get(READER, "/api/refusal");
        JsonNode problem = assertProblem(answer, 412, "version-conflict");
        assertThat(problem.path("title").asString()).isEqualTo("Version conflict");
        assertThat(problem.path("currentVersion").asInt()).isEqualTo(7);
        assertThat(problem.path("violations").toString())
                .isEqualTo("[{\"rule\":\"owner.single\",\"message\":\"Name an owner.\"}]");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    void a_refusal_is_a_problem_whatever_the_client_accepts() {
        assertProblem(send(request(READER, "/api/caller").header("Accept", "text/csv")), 406, "not-acceptable");
        assertProblem(
                send(request(READER, "/api/refusal").header("Accept", "text/html, */*")), 412, "version-conflict");
        assertProblem(send(request(READER, "/nowhere").header("Accept", "text/html")), 404, "not-found");
    }

    @Test
    void an_unknown_path_is_not_found() {
        assertProblem(get(READER, "/api/nothing"), 404, "not-found");
        assertProblem(get(READER, "/error"), 404, "not-found");
    }

    @Test
    void a_method_that_cannot_be_used_says_which_can() {
        HttpResponse<String> answer = send(request(READER, "/api/things").DELETE());
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void a_body_of_another_type_is_refused() {
        assertProblem(
                send(request(RESPONDER, "/api/things")
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofString("<a/>"))),
                415,
                "unsupported-media-type");
        assertProblem(
                send(request(RESPONDER, "/api/things")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("text=a"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_body_of_another_type_is_told_what_the_endpoint_takes() {
        HttpResponse<String> json = send(request(RESPONDER, "/api/things")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>")));
        HttpResponse<String> archive = send(request(READER, "/api/archives")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("a")));

        assertThat(assertProblem(json, 415, "unsupported-media-type")
                        .path("detail")
                        .asString())
                .isEqualTo("Send the body as application/json.");
        assertThat(json.headers().firstValue("Accept")).get().asString().contains("application/json");
        assertThat(assertProblem(archive, 415, "unsupported-media-type")
                        .path("detail")
                        .asString())
                .isEqualTo("Send the body as application/zip or application/json.");
        assertThat(archive.headers().firstValue("Accept")).hasValue("application/zip, application/json");
    }

    @Test
    void a_fault_says_nothing_of_its_cause_but_an_id_that_the_log_has(CapturedOutput log) {
        HttpResponse<String> answer = get(READER, "/api/fault");
        JsonNode problem = assertProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("jdbc:secret");
        String errorId = problem.path("errorId").asString();
        assertThat(UUID.fromString(errorId)).isNotNull();
        assertThat(log.getOut()).contains(errorId, "jdbc:secret");
    }

    @Test
    void a_fault_halfway_through_an_answer_cuts_the_connection() {
        assertThatThrownBy(() -> get(READER, "/api/cut-short")).hasRootCauseInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/things/a%2Fb/approval",
                "/api/things/a;b=c/approval",
                "/api//things/a/approval",
                "/api/things/%00/approval",
                "/api/things/a%0Ab/approval",
                "/api/things/../things/a/approval",
                "/api/things/%2e%2e/approval",
                "/api/things/a%5Cb/approval",
                "/api/things/%zz/approval",
                "/api/things/%ff/approval",
                "/api/things/a<b/approval",
            })
    void a_path_with_tricks_in_it_is_a_problem(String path) {
        String answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + COORDINATOR
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertProblemWithoutHtml(answer, "40[04]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/list?q=<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/list?q=a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GE\u0001T /api/list HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/list HTTP/1.1\r\n\r\n",
                "GET /api/list HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /api/list HTTP/1.1\r\nHost: local host\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "rubbish\r\n\r\n",
            })
    void what_is_no_http_is_a_problem_without_a_page_of_the_server(String request) {
        assertProblemWithoutHtml(raw(request), "[45]\\d\\d");
    }

    @Test
    void headers_that_are_too_long_are_a_problem() {
        assertProblemWithoutHtml(
                raw("GET /api/list HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"), "4\\d\\d");
    }

    @Test
    void a_method_that_is_not_of_http_is_a_problem() {
        assertProblemWithoutHtml(
                raw("TRACE /api/list HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), "4\\d\\d");
        assertProblemWithoutHtml(
                raw("BREW /api/list HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), "4\\d\\d");
    }

    @Test
    void a_refused_header_never_shows_a_token_in_the_log(CapturedOutput log) {
        raw("GET /api/list HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sec\u0000ret-token\r\n\r\n");
        raw("GET /api/list HTTP/1.1\r\nHost: localhost\r\nAutho rization: Bearer secret-token\r\n\r\n");
        get("secret-token", "/api/caller");
        get(READER, "/api/fault");
        assertThat(log.getAll()).contains("jdbc:secret").doesNotContain("ret-token", READER);
    }

    @Test
    void a_body_over_a_mebibyte_is_refused_however_it_is_sent() {
        byte[] body = new byte[5 * 1024 * 1024];
        assertProblem(
                send(request(RESPONDER, "/api/things")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))),
                413,
                "body-too-large");
        assertProblem(
                send(request(RESPONDER, "/api/things")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413,
                "body-too-large");
        assertProblem(
                send(request(READER, "/api/list").method("GET", HttpRequest.BodyPublishers.ofByteArray(body))),
                413,
                "body-too-large");
    }

    @Test
    void a_body_of_a_mebibyte_is_taken() {
        String text = "x".repeat(1024 * 1024 - "{\"text\":\"\"}".length());
        assertThat(post(RESPONDER, "/api/things", "{\"text\":\"" + text + "\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_endpoint_that_limits_its_pieces_takes_a_longer_body() {
        HttpResponse<String> answer = send(request(READER, "/api/imports")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3 * 1024 * 1024])));
        assertThat(answer.body()).isEqualTo(String.valueOf(3 * 1024 * 1024));
    }

    private static void assertProblemWithoutHtml(String answer, String status) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 " + status + " .*");
        assertThat(answer).contains("Content-Type: application/problem+json", "\"code\":\"");
        assertThat(answer).doesNotContain("<html", "<!doctype", "Tomcat", "Server:", "Exception");
    }
}
