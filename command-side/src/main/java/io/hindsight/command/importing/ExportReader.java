package io.hindsight.command.importing;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record that is an export of Hindsight, which it says itself, in {@code format}. */
@Component
class ExportReader {
    /** What an export calls its format. */
    static final String FORMAT = "hindsight-postmortem";

    private static final int FORMAT_VERSION = 1;

    private final JsonMapper json;
    private final Validator validator;

    ExportReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    static boolean isExport(SourceRecord record) {
        return FORMAT.equals(record.fields().text("format"));
    }

    /**
     * @throws Problem 400 {@code malformed-record} for what is no export of this version, with each field that is wrong
     */
    RestorePostmortem read(SourceRecord record) {
        ExportedPostmortem said = parse(record);
        if (said.formatVersion() != FORMAT_VERSION) {
            throw malformed(List.of(Violation.ofField("formatVersion", "must be " + FORMAT_VERSION)));
        }
        List<Violation> violations = validator.validate(said).stream()
                .map(violation -> Violation.ofField("" + violation.getPropertyPath(), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        if (!violations.isEmpty()) {
            throw malformed(violations);
        }
        return new RestorePostmortem(said, record.hash());
    }

    private ExportedPostmortem parse(SourceRecord record) {
        try {
            return json.treeToValue(record.fields().json(), ExportedPostmortem.class);
        } catch (JacksonException refused) {
            throw malformed(JsonProblems.of(refused).violations());
        }
    }

    private static Problem malformed(List<Violation> violations) {
        return new Problem(400, "malformed-record", "The export cannot be taken: see the violations.")
                .violations(violations);
    }
}
