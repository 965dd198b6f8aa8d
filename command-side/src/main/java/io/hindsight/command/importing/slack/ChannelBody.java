package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One channel as JSON: the array of its messages, as an export's files hold it, or an object that has the array as {@code
 * messages} and beside it {@code users.json} as {@code users} and the channel's entry of {@code channels.json} as {@code channel}.
 */
final class ChannelBody {
    private static final List<String> FIELDS = List.of("messages", "users", "channel");

    private ChannelBody() {}

    /**
     * @param channel its id or name; null where the body says it
     * @throws Problem 400 {@code malformed-json}, {@code malformed-export} or {@code invalid-parameters}
     */
    static ChannelExport read(byte[] body, String channel, ExportJson json) {
        JsonNode said = json.tree(body, "The body");
        if (!said.isArray() && !said.isObject()) {
            throw ExportJson.malformed("A channel is the array of its messages, or an object with messages and users");
        }
        if (said.isObject()) {
            said.propertyNames().stream()
                    .filter(name -> !FIELDS.contains(name))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw ExportJson.malformed("A channel has the fields " + FIELDS + " and no others")
                                .violation(Violation.ofField(unknown, "is not a known field"));
                    });
            if (!said.path("messages").isArray()) {
                throw ExportJson.malformed("The messages are missing")
                        .violation(Violation.ofField("messages", "has to be the array of the channel's messages"));
            }
        }
        List<SlackMessage> messages =
                json.list(said.isArray() ? said : said.get("messages"), SlackMessage.class, "messages");
        List<SlackUser> users = json.list(said.isArray() ? null : said.get("users"), SlackUser.class, "users");
        SlackChannel known =
                said.path("channel").isObject() ? json.value(said.get("channel"), SlackChannel.class, "channel") : null;
        SlackChannel chosen = channel == null ? known : SlackChannel.named(channel);
        if (chosen == null || chosen.key() == null || known != null && channel != null && !known.isCalled(channel)) {
            throw new Problem(400, "invalid-parameters", "Name the channel that the messages are from")
                    .violation(Violation.ofField("channel", "has to be the channel's id or name"));
        }
        return new ChannelExport(
                known == null ? chosen : known, messages, users, known == null ? List.of() : List.of(known));
    }
}
