/**
 * Imports of Slack exports. {@link io.hindsight.command.importing.slack.ExportArchive} reads the ZIP of an export, {@link
 * io.hindsight.command.importing.slack.ChannelBody} one channel as JSON; both give a {@link
 * io.hindsight.command.importing.slack.ChannelExport}, of which {@link io.hindsight.command.importing.slack.ChannelMapping} makes
 * suggestions for a postmortem.
 */
package io.hindsight.command.importing.slack;
