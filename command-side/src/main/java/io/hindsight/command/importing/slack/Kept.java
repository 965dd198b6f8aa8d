package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of an export while it is read. What says nothing is not, and there is a most of all the rest together: a few bytes
 * of JSON are many times as many in memory.
 */
final class Kept {
    static final int MOST = 100_000;

    private final List<SlackMessage> messages = new ArrayList<>();
    private final List<SlackUser> users = new ArrayList<>();
    private final List<SlackChannel> channels = new ArrayList<>();
    private int size;

    void message(SlackMessage message) {
        if (ChannelMapping.isOfUse(message)) {
            count(message.size());
            messages.add(message);
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
        return new ChannelExport(channel, messages, users, channels);
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
