package io.hindsight.query.reminders;

import java.util.List;

/** The channels of one sort that are configured. */
public record Channels(List<Channel> all) {}
