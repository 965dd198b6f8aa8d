package io.hindsight.http.problems;

import io.hindsight.http.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a handler throws into a problem: the one place where failures become HTTP. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Problem problem) {
        return problem.answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(AccessDeniedException refused) {
        return StatusProblem.of(403).answer();
    }

    /** A query that is not percent-encoded as it should be; Tomcat notices when a parameter is first asked for. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableQuery(InvalidParameterException refused) {
        return StatusProblem.of(400).answer();
    }

    /**
     * A fault of ours. The client is given an id to name it by; the log has the rest.
     *
     * @throws Exception the fault itself when the answer is already under way: cutting the connection is then the only
     *     honest answer
     */
    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault, HttpServletResponse response) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            return null;
        }
        String errorId = UUID.randomUUID().toString();
        log.error("A request failed, error id {}", errorId, fault);
        if (response.isCommitted()) {
            throw fault;
        }
        return StatusProblem.of(500).with("errorId", errorId).answer();
    }

    /** What Spring refuses by itself, with its headers ({@code Allow}, {@code Accept}) kept. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response == null || response.isCommitted()) {
            return null;
        }
        Problem problem = problem(refused, status);
        if (status.is5xxServerError() && status.value() != 503) {
            String errorId = UUID.randomUUID().toString();
            log.error("A request failed, error id {}", errorId, refused);
            problem.with("errorId", errorId);
        }
        ResponseEntity<Object> answer = problem.answer();
        HttpHeaders all = new HttpHeaders(headers);
        all.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), all, answer.getStatusCode());
    }

    private static Problem problem(Exception refused, HttpStatusCode status) {
        if (refused instanceof HttpMediaTypeNotSupportedException type
                && !type.getSupportedMediaTypes().isEmpty()) {
            return new Problem(415, "unsupported-media-type", "Send the body as " + taken(type) + ".");
        }
        Problem problem = ParameterProblems.of(refused);
        return problem == null ? StatusProblem.of(status.value()) : problem;
    }

    /** What this endpoint takes; the header {@code Accept} of the answer says it to programs. */
    private static String taken(HttpMediaTypeNotSupportedException type) {
        return type.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
