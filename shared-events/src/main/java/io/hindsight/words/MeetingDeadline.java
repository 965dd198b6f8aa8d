package io.hindsight.words;

/**
 * Within how many days the meeting is held (rule {@code meeting.deadline}).
 *
 * @param severity null for every severity that has no deadline of its own
 */
public record MeetingDeadline(Severity severity, int days, DayKind counted) {}
