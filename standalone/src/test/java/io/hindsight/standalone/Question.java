package io.hindsight.standalone;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be asked of an endpoint, whoever asks. */
record Question(String method, String path, String body, List<String> headers) {

    Question with(String... more) {
        return new Question(
                method,
                path,
                body,
                Stream.concat(headers.stream(), Arrays.stream(more)).toList());
    }

    boolean reads() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path + (headers.size() > 2 ? " " + headers.subList(2, headers.size()) : "");
    }
}
