package io.hindsight.command.importing;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.BodyReader;
import io.hindsight.http.json.Reading;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a record that is an export of Hindsight, which it says itself, in {@code format}. */
@Component
class ExportReader {
    /** What an export calls its format. */
    static final String FORMAT = "hindsight-postmortem";

    private static final int FORMAT_VERSION = 1;

    private final BodyReader bodies;

    ExportReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    static boolean isExport(ObjectNode said) {
        return FORMAT.equals(said.path("format").asString(""));
    }

    static boolean isExport(SourceRecord record) {
        return FORMAT.equals(record.fields().text("format"));
    }

    /**
     * @throws Problem 400 {@code malformed-record} for what is no export of this version, with each field that is wrong
     */
    RestorePostmortem read(SourceRecord record) {
        Reading<ExportedPostmortem> reading =
                bodies.read(record.fields().json(), ExportedPostmortem.class, "", Set.of());
        ExportedPostmortem said = reading.value();
        // What another version has is not what is wrong with it.
        if (said != null && said.formatVersion() != FORMAT_VERSION) {
            throw malformed(List.of(Violation.ofField("formatVersion", "must be " + FORMAT_VERSION)));
        }
        if (!reading.violations().isEmpty()) {
            throw malformed(reading.violations());
        }
        return new RestorePostmortem(said, record.hash());
    }

    private static Problem malformed(List<Violation> violations) {
        return new Problem(400, "malformed-record", "The export cannot be taken: see the violations.")
                .violations(violations);
    }
}
