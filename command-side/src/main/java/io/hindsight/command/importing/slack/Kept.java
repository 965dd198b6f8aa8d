package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of an export while it is read. What says nothing is only counted, and there is a most of all the rest together: a few bytes
 * of JSON are many times as many in memory.
 */
final class Kept {
    static final int MOST = 100_000;

    private final List<SlackMessage> messages = new ArrayList<>();
    private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
    private final List<SlackUser> users = new ArrayList<>();
    private final List<SlackChannel> channels = new ArrayList<>();
    private int size;

    void message(SlackMessage message) {
        if (ChannelMapping.isOfUse(message)) {
            count(message.size());
            messages.add(message);
        } else {
            skipped.merge(Skipped.of(message), 1, Integer::sum);
        }
    }

    void user(SlackUser user) {
        if (user.id() != null) {
            count(1);
            users.add(user);
        }
    }

    void channel(SlackChannel channel) {
        if (channel.key() != null) {
            count(1);
            channels.add(channel);
        }
    }

    List<SlackChannel> channels() {
        return channels;
    }

    ChannelExport of(SlackChannel channel) {
        return new ChannelExport(channel, messages, skipped, users, channels);
    }

    private void count(int more) {
        size += more;
        if (size > MOST) {
            throw new Problem(
                    413,
                    "export-too-large",
                    "The export holds more than " + MOST
                            + " messages, attachments, files, users and channels: send the days of the incident alone");
        }
    }
}
