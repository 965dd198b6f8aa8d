package io.hindsight.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller of the API, as a client outside the application sees it. */
final class Client {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final String host;
    private final String token;
    private String position;

    Client(String host, String token) {
        this.host = host;
        this.token = token;
    }

    /** An answer, its body read as JSON where it is some. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The body of an answer that has to be a success. */
        JsonNode ok() {
            if (status >= 300) {
                throw new AssertionError("Refused: " + status + " " + response.body());
            }
            return body;
        }
    }

    Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        Answer answer = send(request.POST(BodyPublishers.ofString(body)).build());
        if (answer.header("Event-Position") != null) {
            position = answer.header("Event-Position");
        }
        return answer;
    }

    /** A command to a postmortem; it has to be accepted. */
    JsonNode command(String postmortem, String command, String body) {
        return post("/api/postmortems/" + postmortem + "/commands/" + command, body)
                .ok();
    }

    /** A read that includes what this client's last command changed. */
    JsonNode get(String path) {
        return read(path).ok();
    }

    Answer read(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (position != null) {
            // What a test asks is whether it comes, not how soon on a machine that builds something else beside it.
            request.header("Min-Event-Position", position).header("Prefer", "wait=30");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** This caller reads what another one has changed. */
    Client after(Client other) {
        return after(other.position);
    }

    /** This caller reads what had happened by this position. */
    Client after(String eventPosition) {
        position = eventPosition;
        return this;
    }

    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(host + path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json")
                            && !type.contains("ndjson")
                            && !response.body().isEmpty()
                    ? JSON.readTree(response.body())
                    : null;
            return new Answer(response.statusCode(), body, response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
