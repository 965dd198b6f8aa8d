package io.hindsight.command.importing.slack;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.importing.slack.ChannelMapping.Mapped;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.command.suggestion.MakeSuggestions;
import io.hindsight.command.web.Actors;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.http.UnlimitedBody;
import io.hindsight.http.Violation;
import io.hindsight.words.Suggestion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A Slack channel's messages as suggestions for one postmortem. Who may edit the postmortem may import; whoever may not know of
 * it is told that there is none.
 */
@RestController
class SlackImportController {
    /** The longest body, in bytes. */
    static final int LONGEST = 16 << 20;

    private static final int LONGEST_TEXTS = 3_000_000;
    /** At a time: each takes memory, and people import seldom. */
    private static final int MOST_IMPORTS = 2;

    private static final String WORKSPACE = "(https://)?[a-z0-9][a-z0-9-]{0,60}(\\.enterprise)?(\\.slack\\.com/?)?";
    private static final String SOURCE = "slack";

    private final ExportJson json;
    private final PostmortemRequests requests;
    private final EventPositions positions;
    private final Ids ids;
    /** How many more can begin now. */
    final Semaphore free = new Semaphore(MOST_IMPORTS);

    SlackImportController(ExportJson json, PostmortemRequests requests, EventPositions positions, Ids ids) {
        this.json = json;
        this.requests = requests;
        this.positions = positions;
        this.ids = ids;
    }

    /**
     * What an import came to.
     *
     * @param id the postmortem's
     * @param version the number of its events, from 1
     * @param channel the channel's name
     * @param suggested how much was suggested now
     * @param known how much of it had been suggested before
     * @param skipped how many messages suggest nothing, by why: {@code joins}, {@code topics} and other {@code notices}; {@code hidden},
     *     which only tell that another one was edited or deleted; {@code deleted}, {@code empty}, {@code outside} of the span that was
     *     asked for, {@code repeated}, and {@code untimed} what does not say when it was said
     */
    record SlackImportAnswer(
            String id, long version, String channel, int suggested, int known, Map<Skipped, Integer> skipped) {}

    /**
     * Takes the ZIP of an export, or one channel's JSON. What was suggested before is not suggested again.
     *
     * @param channel its id or name; where the export has only one, or its JSON says it, it can be left out
     * @param workspace {@code example} or {@code https://example.slack.com}: makes links to the messages
     * @param from messages at or after it
     * @param to messages before it
     */
    @PostMapping(
            path = "/api/imports/slack",
            consumes = {"application/zip", MediaType.APPLICATION_JSON_VALUE})
    @RolesAllowed(Roles.READER)
    @UnlimitedBody
    ResponseEntity<SlackImportAnswer> take(
            @RequestParam @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String postmortem,
            @RequestParam(required = false) @Size(min = 1, max = Limits.NAME) String channel,
            @RequestParam(required = false)
                    @Pattern(
                            regexp = WORKSPACE,
                            message = "must be a workspace, such as example or https://example.slack.com")
                    String workspace,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            HttpServletRequest request)
            throws IOException {
        // Who may not is told so before anything is read.
        send(postmortem, new MakeSuggestions(SOURCE, null, List.of()));
        if (!free.tryAcquire()) {
            throw new Problem(503, "imports-busy", "Other exports are being imported; send it again")
                    .header("Retry-After", "5");
        }
        try {
            return take(postmortem, read(request, channel), subdomain(workspace), from, to);
        } finally {
            free.release();
        }
    }

    private ResponseEntity<SlackImportAnswer> take(
            String postmortem, ChannelExport export, String workspace, Instant from, Instant to) {
        Mapped mapped = ChannelMapping.map(export, workspace, from, to);
        List<Suggestion> suggestions = mapped.suggestions();
        requireFew(suggestions);
        MakeSuggestions command =
                new MakeSuggestions(SOURCE, Limits.cut(export.channel().name(), Limits.NAME), suggestions);
        Answer answer = send(postmortem, command);
        int suggested = answer.made().stream()
                .filter(made -> made.name().equals(MakeSuggestions.MADE))
                .mapToInt(made -> Integer.parseInt(made.id()))
                .sum();
        SlackImportAnswer imported = new SlackImportAnswer(
                answer.id(),
                answer.version(),
                export.channel().name(),
                suggested,
                suggestions.size() - suggested,
                mapped.skipped());
        return ResponseEntity.ok()
                .eTag(String.valueOf(answer.version()))
                .header(
                        "Event-Position",
                        positions.after(answer.id(), answer.version()).toString())
                .body(imported);
    }

    private Answer send(String postmortem, MakeSuggestions command) {
        return requests.send(new Request(
                postmortem,
                List.of(new Instruction("import-slack", command, null)),
                Actors.current(),
                null,
                null,
                null,
                ids.next()));
    }

    private ChannelExport read(HttpServletRequest request, String channel) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new Problem(413, "body-too-large", "An export may be " + LONGEST + " bytes long");
        }
        MediaType type = MediaType.parseMediaType(request.getContentType());
        return type.isCompatibleWith(MediaType.APPLICATION_JSON)
                ? ChannelBody.read(body, channel, json)
                : ExportArchive.read(body, channel, json);
    }

    private static String subdomain(String workspace) {
        return workspace == null
                ? null
                : workspace.replaceFirst("^https://", "").replaceFirst("\\.slack\\.com/?$", "");
    }

    private static void requireFew(List<Suggestion> suggestions) {
        long length = suggestions.stream().mapToLong(MakeSuggestions::length).sum();
        if (suggestions.size() > ChannelMapping.MOST || length > LONGEST_TEXTS) {
            throw new Problem(
                            413,
                            "export-too-large",
                            "This would make more than " + ChannelMapping.MOST + " suggestions or " + LONGEST_TEXTS
                                    + " characters; nobody could read them all")
                    .violation(Violation.ofField("from", "name the span of the incident with from and to"));
        }
    }
}
