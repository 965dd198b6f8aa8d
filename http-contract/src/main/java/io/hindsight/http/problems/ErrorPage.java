package io.hindsight.http.problems;

import io.hindsight.http.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/**
 * Answers what failed outside any handler, in a filter for one; in place of Boot's page. It is no controller, so that it
 * is no endpoint either: its bean's name is its path.
 */
@Component("/error")
class ErrorPage implements HttpRequestHandler, ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

    private final ProblemWriter writer;

    ErrorPage(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(response, problem(request));
    }

    private static Problem problem(HttpServletRequest request) {
        boolean asked = request.getDispatcherType() != DispatcherType.ERROR;
        if (asked || !(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return StatusProblem.of(404);
        }
        if (status < 500 || status == 503) {
            return StatusProblem.of(status);
        }
        String errorId = UUID.randomUUID().toString();
        Throwable fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        log.error("A request failed outside its handler, error id {}", errorId, fault);
        return StatusProblem.of(status).with("errorId", errorId);
    }
}
