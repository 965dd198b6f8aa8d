package io.hindsight.command.postmortem;

import io.hindsight.command.decision.Decision.Made;
import io.hindsight.command.decision.Finding;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.postmortem.Answer.MadePart;
import io.hindsight.events.EventMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The answer to a command as the metadata of its events keeps it: text, a line each. */
final class RecordedAnswer {
    private static final String BETWEEN = "\t";

    private RecordedAnswer() {}

    static void record(Map<String, Object> metadata, List<RuleMessage> warnings, Made made) {
        if (!warnings.isEmpty()) {
            metadata.put(
                    EventMetadata.WARNINGS,
                    warnings.stream()
                            .map(warning -> warning.rule() + " " + warning.message())
                            .collect(Collectors.joining("\n")));
        }
        String findings = IntStream.range(0, warnings.size())
                .boxed()
                .flatMap(place -> warnings.get(place).findings().stream().map(finding -> line(place, finding)))
                .collect(Collectors.joining("\n"));
        if (!findings.isEmpty()) {
            metadata.put(EventMetadata.FINDINGS, findings);
        }
        if (made != null) {
            metadata.put(EventMetadata.MADE, made.name() + " " + made.id());
        }
    }

    static List<RuleMessage> warnings(Map<String, ?> metadata) {
        List<String> warnings = lines(metadata, EventMetadata.WARNINGS).toList();
        List<String> findings = lines(metadata, EventMetadata.FINDINGS).toList();
        List<RuleMessage> messages = new ArrayList<>();
        for (String warning : warnings) {
            String[] parts = warning.split(" ", 2);
            messages.add(new RuleMessage(parts[0], parts[1], of(messages.size(), findings)));
        }
        return messages;
    }

    private static String line(int warning, Finding finding) {
        return String.join(
                BETWEEN,
                "" + warning,
                finding.field(),
                "" + finding.offset(),
                "" + finding.length(),
                finding.word(),
                finding.instead());
    }

    private static List<Finding> of(int warning, List<String> findings) {
        return findings.stream()
                .map(line -> line.split(BETWEEN, -1))
                .filter(parts -> parts[0].equals("" + warning))
                .map(parts -> new Finding(
                        parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), parts[4], parts[5]))
                .toList();
    }

    private static Stream<String> lines(Map<String, ?> metadata, String key) {
        String recorded = (String) metadata.get(key);
        return recorded == null ? Stream.of() : recorded.lines();
    }

    static Optional<MadePart> made(Map<String, ?> metadata) {
        return Optional.ofNullable((String) metadata.get(EventMetadata.MADE))
                .map(recorded -> recorded.split(" ", 2))
                .map(parts -> new MadePart((String) metadata.get(EventMetadata.COMMAND), parts[0], parts[1]));
    }
}
