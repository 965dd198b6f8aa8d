package io.hindsight.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's API as a client sees it, called by the administrator. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String host;

    Api(int port) {
        host = "http://localhost:" + port;
    }

    /** @throws IllegalStateException for any answer but a success */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, "GET", BodyPublishers.noBody());
    }

    /** @throws IllegalStateException for any answer but a success */
    JsonNode post(String path) throws IOException, InterruptedException {
        return send(path, "POST", BodyPublishers.noBody());
    }

    /** The answer line by line, each JSON. */
    String importLines(String lines) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request("/api/imports")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines))
                        .build(),
                BodyHandlers.ofString());
        return checked(response);
    }

    private JsonNode send(String path, String method, BodyPublisher body) throws IOException, InterruptedException {
        return JSON.readTree(
                checked(client.send(request(path).method(method, body).build(), BodyHandlers.ofString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(host + path)).header("Authorization", "Bearer " + Applications.TOKEN);
    }

    private static String checked(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.request().method() + " " + response.uri() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
