package io.hindsight.command.importing.slack;

import java.util.List;

/**
 * What an export says of one channel.
 *
 * @param messages in any order
 * @param users all of the workspace that the export knows
 * @param channels all of the workspace that the export knows
 */
record ChannelExport(
        SlackChannel channel, List<SlackMessage> messages, List<SlackUser> users, List<SlackChannel> channels) {}
