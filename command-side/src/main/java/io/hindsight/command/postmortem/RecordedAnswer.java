package io.hindsight.command.postmortem;

import io.hindsight.command.decision.Decision.Made;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.postmortem.Answer.MadePart;
import io.hindsight.events.EventMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer to a command as the metadata of its events keeps it: text, a line each. */
final class RecordedAnswer {
    private RecordedAnswer() {}

    static void record(Map<String, Object> metadata, List<RuleMessage> warnings, Made made) {
        if (!warnings.isEmpty()) {
            metadata.put(
                    EventMetadata.WARNINGS,
                    warnings.stream()
                            .map(warning -> warning.rule() + " " + warning.message())
                            .collect(Collectors.joining("\n")));
        }
        if (made != null) {
            metadata.put(EventMetadata.MADE, made.name() + " " + made.id());
        }
    }

    static List<RuleMessage> warnings(Map<String, ?> metadata) {
        Object recorded = metadata.get(EventMetadata.WARNINGS);
        return recorded == null
                ? List.of()
                : ((String) recorded)
                        .lines()
                        .map(line -> line.split(" ", 2))
                        .map(parts -> new RuleMessage(parts[0], parts[1]))
                        .toList();
    }

    static Optional<MadePart> made(Map<String, ?> metadata) {
        return Optional.ofNullable((String) metadata.get(EventMetadata.MADE))
                .map(recorded -> recorded.split(" ", 2))
                .map(parts -> new MadePart((String) metadata.get(EventMetadata.COMMAND), parts[0], parts[1]));
    }
}
