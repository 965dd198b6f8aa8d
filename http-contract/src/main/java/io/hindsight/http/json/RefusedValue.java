package io.hindsight.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON value refused with a sentence for the client; Jackson adds the path to it on the way up. */
final class RefusedValue extends MismatchedInputException {
    RefusedValue(JsonParser parser, String message, Class<?> target) {
        super(parser, message, target);
    }
}
