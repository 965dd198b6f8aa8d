package io.hindsight.command.importing;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.importing.ImportResult.Outcome;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.command.web.RefusalAdvice;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.eventstore.EventTooLargeException;
import io.hindsight.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports one record at a time; whatever is wrong with one is said in its result and stops no other. */
@Component
class Importer {
    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private final RecordReader reader;
    private final ExportReader exports;
    private final PostmortemRequests requests;
    private final EventPositions positions;

    Importer(RecordReader reader, ExportReader exports, PostmortemRequests requests, EventPositions positions) {
        this.reader = reader;
        this.exports = exports;
        this.requests = requests;
        this.positions = positions;
    }

    /**
     * @param zone where times without an offset were meant; null where nobody said
     * @param closedBefore the day before which an incident was over whose postmortem comes in closed; null for none
     * @param correlationId the same for all records of a request
     */
    ImportResult take(RecordLines.Line line, ZoneId zone, LocalDate closedBefore, Actor actor, String correlationId) {
        SourceRecord record;
        Command command;
        try {
            record = reader.read(line);
            command = ExportReader.isExport(record)
                    ? exports.read(record)
                    : RecordMapping.map(record, zone).closedBefore(closedBefore);
        } catch (Problem problem) {
            return new ImportResult(
                    line.number(), null, null, Outcome.REFUSED, null, null, List.of(), problem.document());
        }
        String id = postmortemId(record.id());
        Instruction instruction = new Instruction(ImportPostmortem.NAME, command, null);
        try {
            Answer answer =
                    requests.send(new Request(id, List.of(instruction), actor, null, null, null, correlationId));
            Outcome outcome = answer.made().isEmpty() ? Outcome.UNCHANGED : Outcome.OPENED;
            return new ImportResult(
                    line.number(),
                    record.id(),
                    id,
                    outcome,
                    answer.version(),
                    positions.after(id, answer.version()).toString(),
                    record.notUnderstood(),
                    null);
        } catch (Refusal refusal) {
            return refused(line, record, id, RefusalAdvice.problem(refusal));
        } catch (ConcurrencyException | AggregateStreamCreationException othersCameFirst) {
            return refused(line, record, id, RefusalAdvice.writersMet());
        } catch (EventTooLargeException tooLarge) {
            return refused(line, record, id, RefusalAdvice.problem(tooLarge));
        } catch (RuntimeException failure) {
            log.error("The record {} of line {} could not be imported", record.id(), line.number(), failure);
            Problem problem = new Problem(500, "internal-error", "Something went wrong with this record; try it again");
            return refused(line, record, id, problem);
        }
    }

    private static ImportResult refused(RecordLines.Line line, SourceRecord record, String id, Problem problem) {
        return new ImportResult(
                line.number(),
                record.id(),
                id,
                Outcome.REFUSED,
                null,
                null,
                record.notUnderstood(),
                problem.document());
    }

    /** The record's own id where it can be one here, else one that the same record always gets. */
    static String postmortemId(String sourceId) {
        return sourceId.matches(Limits.ID)
                ? sourceId
                : "import-"
                        + RecordReader.sha256(sourceId.getBytes(StandardCharsets.UTF_8))
                                .substring(0, 32);
    }
}
