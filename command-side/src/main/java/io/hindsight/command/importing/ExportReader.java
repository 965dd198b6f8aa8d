package io.hindsight.command.importing;

import static io.hindsight.command.importing.Restoring.list;

import io.hindsight.command.importing.ExportedPostmortem.CommentSaid;
import io.hindsight.command.importing.ExportedPostmortem.PointSaid;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.BodyReader;
import io.hindsight.http.json.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        this.bodies = bodies.ofWhatWasStored();
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
        List<Violation> more = Stream.of(unknownSections(said), pointsOfBoth(said), repliesToNothing(said))
                .flatMap(violations -> violations)
                .toList();
        if (!more.isEmpty()) {
            throw malformed(more);
        }
        return new RestorePostmortem(said, record.hash());
    }

    private static Stream<Violation> unknownSections(ExportedPostmortem said) {
        return Stream.ofNullable(said.sections())
                .flatMap(sections -> sections.keySet().stream())
                .filter(name -> RestoredContent.section(name) == null)
                .map(name -> Violation.ofField("sections." + name, "there is no such section"));
    }

    /** Points have their ids together, whether they are about what went well or badly. */
    private static Stream<Violation> pointsOfBoth(ExportedPostmortem said) {
        Set<String> well =
                list(said.wentWell()).stream().map(PointSaid::pointId).collect(Collectors.toSet());
        List<PointSaid> badly = list(said.wentBadly());
        return IntStream.range(0, badly.size())
                .filter(place -> well.contains(badly.get(place).pointId()))
                .mapToObj(place ->
                        Violation.ofField("wentBadly[" + place + "].pointId", "is that of a point that went well"));
    }

    /** A comment answers one that was there before it. */
    private static Stream<Violation> repliesToNothing(ExportedPostmortem said) {
        List<CommentSaid> comments = list(said.comments());
        Set<String> before = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int place = 0; place < comments.size(); place++) {
            CommentSaid comment = comments.get(place);
            if (comment.replyTo() != null && !before.contains(comment.replyTo())) {
                violations.add(Violation.ofField("comments[" + place + "].replyTo", "is no comment before this one"));
            }
            before.add(comment.commentId());
        }
        return violations.stream();
    }

    private static Problem malformed(List<Violation> violations) {
        return new Problem(400, "malformed-record", "The export cannot be taken: see the violations.")
                .violations(violations);
    }
}
