package io.hindsight.command.importing;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.web.Actors;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.http.UnlimitedBody;
import io.hindsight.http.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Whole postmortems from elsewhere, one JSON object a line, each answered by a line of its own as soon as it is stored. */
@RestController
class ImportController {
    private static final Logger log = LoggerFactory.getLogger(ImportController.class);

    /** At a time: each takes memory. */
    private static final int MOST_LONG_EXPORTS = 2;

    private final Importer importer;
    private final JsonMapper json;
    private final Ids ids;
    private final Semaphore free = new Semaphore(MOST_LONG_EXPORTS);

    ImportController(Importer importer, JsonMapper json, Ids ids) {
        this.importer = importer;
        this.json = json;
        this.ids = ids;
    }

    /**
     * Takes whole postmortems, one JSON object a line, and answers each with a line of its own.
     * It reads and answers in turn, on the request's own thread: no body is held whole, and no timeout of asynchronous answers
     * cuts a long import short. A client that goes away ends it after the record at hand; sent again, the records that were
     * stored are unchanged. A client that sends more than some thousands of records has to read while it sends, as {@code curl}
     * does: nobody reads on while the answer has nowhere to go.
     * One alone can come as {@code application/json}, on as many lines as it likes; an {@code export.json} may then be 32 MiB long.
     * Two that are longer than 1 MiB are taken at a time, a third is told to come again, 503 {@code imports-busy}.
     *
     * @param zone where times without an offset were meant, {@code Europe/Berlin}; without it they are reported
     * @param closedBefore a day, {@code 2026-01-01}: what was over before it comes in closed, and nothing is owed on it but
     *     the open action items that the record gives a due day;
     *     without it, it is owed whatever the process asks of a new one. An {@code export.json} says itself how it stands
     */
    @PostMapping(
            path = "/api/imports",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @RolesAllowed(Roles.RESPONDER)
    @UnlimitedBody
    void take(
            @RequestParam(required = false) String zone,
            @RequestParam(required = false) String closedBefore,
            HttpServletRequest request,
            HttpServletResponse response) {
        ZoneId meant = zone(zone);
        LocalDate old = day(closedBefore);
        Actor actor = Actors.current();
        String correlationId = ids.next();
        boolean alone = MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
        // A body that does not say how long it is may be a long one.
        boolean isLong =
                alone && (request.getContentLengthLong() < 0 || request.getContentLengthLong() > RecordLines.LONGEST);
        if (isLong && !free.tryAcquire()) {
            throw new Problem(503, "imports-busy", "Other exports are being imported; send it again")
                    .header("Retry-After", "5");
        }
        try {
            take(alone, meant, old, actor, correlationId, request, response);
        } finally {
            if (isLong) {
                free.release();
            }
        }
    }

    private void take(
            boolean alone,
            ZoneId meant,
            LocalDate old,
            Actor actor,
            String correlationId,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        try {
            RecordLines lines = new RecordLines(request.getInputStream());
            OutputStream answers = response.getOutputStream();
            RecordLines.Line line = alone ? lines.whole() : lines.next();
            while (line != null) {
                ImportResult result = importer.take(line, meant, old, actor, correlationId);
                answers.write((json.writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8));
                answers.flush();
                line = lines.next();
            }
        } catch (IOException gone) {
            log.info("The client of an import went away: {}", gone.getMessage());
        }
    }

    private static LocalDate day(String day) {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException unknown) {
            throw new Problem(400, "invalid-parameters", "There is no such day")
                    .violation(Violation.ofField("closedBefore", "must be a day, such as 2026-01-01"));
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new Problem(400, "invalid-parameters", "There is no such time zone")
                    .violation(Violation.ofField("zone", "must be a time zone, such as Europe/Berlin"));
        }
    }
}
