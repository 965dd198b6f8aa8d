package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One channel as JSON: the array of its messages, as an export's files hold it, or an object that has the array as {@code
 * messages} and beside it {@code users.json} as {@code users} and the channel's entry of {@code channels.json} as {@code channel}.
 */
final class ChannelBody {
    private static final List<String> FIELDS = List.of("messages", "users", "channel");

    private final ExportJson json;
    private final Kept kept = new Kept();
    private boolean hasMessages;

    private ChannelBody(ExportJson json) {
        this.json = json;
    }

    /**
     * @param channel its id or name; null where the body says it
     * @throws Problem 400 {@code malformed-json}, {@code invalid-body}, {@code malformed-export} or {@code invalid-parameters}, 413
     *     {@code export-too-large}
     */
    static ChannelExport read(byte[] body, String channel, ExportJson json) {
        ChannelBody reader = new ChannelBody(json);
        json.read(body, "The body", reader::read);
        return reader.kept.of(reader.chosen(channel));
    }

    private void read(JsonParser parser) {
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            messages(parser);
            return;
        }
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw ExportJson.malformed("A channel is the array of its messages, or an object with messages and users");
        }
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            switch (field) {
                case "messages" -> messages(parser);
                case "users" -> json.list(parser, SlackUser.class, field, kept::user);
                case "channel" -> {
                    SlackChannel said = json.value(parser, SlackChannel.class, field);
                    if (said != null) {
                        kept.channel(said);
                    }
                }
                default ->
                    throw ExportJson.malformed("A channel has the fields " + FIELDS + " and no others")
                            .violation(Violation.ofField(field, "is not a known field"));
            }
        }
        if (!hasMessages) {
            throw ExportJson.malformed("The messages are missing")
                    .violation(Violation.ofField("messages", "has to be the array of the channel's messages"));
        }
    }

    private void messages(JsonParser parser) {
        hasMessages = parser.hasToken(JsonToken.START_ARRAY);
        json.list(parser, SlackMessage.class, "messages", kept::message);
    }

    private SlackChannel chosen(String channel) {
        SlackChannel known = kept.channels().stream().findFirst().orElse(null);
        SlackChannel chosen = channel == null ? known : SlackChannel.named(channel);
        if (chosen == null || chosen.key() == null || known != null && channel != null && !known.isCalled(channel)) {
            throw new Problem(400, "invalid-parameters", "Name the channel that the messages are from")
                    .violation(Violation.ofField("channel", "has to be the channel's id or name"));
        }
        return known == null ? chosen : known;
    }
}
