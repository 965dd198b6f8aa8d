package io.hindsight.command.web;

import io.hindsight.command.decision.Finding;
import io.hindsight.command.decision.Refusal;
import io.hindsight.eventstore.EventTooLargeException;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the domain refuses into what HTTP says of it; the one place that does. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RefusalAdvice {

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        return problem(refusal).answer();
    }

    /** Other writers came first again and again. */
    @ExceptionHandler({ConcurrencyException.class, AggregateStreamCreationException.class})
    ResponseEntity<Object> othersCameFirst() {
        return writersMet().answer();
    }

    /** Within the limits of each field, and too much as a whole. */
    @ExceptionHandler
    ResponseEntity<Object> tooLarge(EventTooLargeException tooLarge) {
        return problem(tooLarge).answer();
    }

    /** What a client is told whose request is too large to be kept as one event. */
    public static Problem problem(EventTooLargeException tooLarge) {
        return new Problem(413, "event-too-large", tooLarge.getMessage() + "; split it up.");
    }

    /** What a client is told whose request other writers kept out. */
    public static Problem writersMet() {
        return new Problem(409, "writers-met", "Others kept changing this postmortem; try again");
    }

    /** The problem that a client is told of; an import answers it inside a line. */
    public static Problem problem(Refusal refusal) {
        Problem problem =
                switch (refusal.kind()) {
                    case RULES_NOT_MET -> new Problem(422, "rules-not-met", refusal.getMessage());
                    case NOT_ALLOWED -> new Problem(403, "not-allowed", refusal.getMessage());
                    case POSTMORTEM_NOT_FOUND -> new Problem(404, "postmortem-not-found", refusal.getMessage());
                    case PART_NOT_FOUND -> new Problem(404, "part-not-found", refusal.getMessage());
                    case ID_IN_USE -> new Problem(409, "id-in-use", refusal.getMessage());
                    case IMPORT_DIFFERS -> new Problem(409, "import-differs", refusal.getMessage());
                    case TOO_LARGE -> new Problem(413, "postmortem-too-large", refusal.getMessage());
                    case VERSION_STALE -> new Problem(412, "version-stale", refusal.getMessage());
                    case IDEMPOTENCY_KEY_REUSED -> new Problem(422, "idempotency-key-reused", refusal.getMessage());
                };
        refusal.unmet().forEach(unmet -> problem.violation(Violation.ofRule(unmet.rule(), unmet.message())));
        List<Finding> findings = refusal.unmet().stream()
                .flatMap(unmet -> unmet.findings().stream())
                .toList();
        if (!findings.isEmpty()) {
            problem.with("findings", findings);
        }
        refusal.facts().forEach(problem::with);
        return problem;
    }
}
