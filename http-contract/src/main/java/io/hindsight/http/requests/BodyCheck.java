package io.hindsight.http.requests;

import io.hindsight.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Reads the body of a request whole before anything parses it: it may be 1 MiB long, however it is sent, and must be
 * UTF-8. Jackson alone would guess other encodings and take overlong forms of characters.
 */
@ControllerAdvice
class BodyCheck extends RequestBodyAdviceAdapter {
    static final int LIMIT = 1024 * 1024;

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        MediaType contentType = message.getHeaders().getContentType();
        Charset charset = contentType == null ? null : contentType.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new Problem(415, "unsupported-media-type", "Bodies are UTF-8.");
        }
        byte[] body = message.getBody().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        checkUtf8(body);
        return new CheckedBody(message.getHeaders(), new ByteArrayInputStream(body));
    }

    static Problem tooLarge() {
        return new Problem(413, "body-too-large", "A body may be 1 MiB long.");
    }

    private static void checkUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
        // No JSON holds a plain NUL, but UTF-16 does, and Jackson would take it.
        for (byte each : body) {
            if (each == 0) {
                throw notUtf8();
            }
        }
    }

    private static Problem notUtf8() {
        return new Problem(400, "malformed-json", "The body cannot be read as JSON. It is not in UTF-8.");
    }

    private record CheckedBody(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
