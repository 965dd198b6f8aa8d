package io.hindsight.command.importing.slack;

import java.util.List;
import java.util.Map;

/**
 * What an export says of one channel.
 *
 * @param messages in any order
 * @param skipped how many other messages it has that say nothing
 * @param users all of the workspace that the export knows
 * @param channels all of the workspace that the export knows
 */
record ChannelExport(
        SlackChannel channel,
        List<SlackMessage> messages,
        Map<Skipped, Integer> skipped,
        List<SlackUser> users,
        List<SlackChannel> channels) {}
