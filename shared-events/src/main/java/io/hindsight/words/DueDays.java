package io.hindsight.words;

/** Within how many days an action item of this priority is done unless a day is given (rule {@code action-item.ticket}). */
public record DueDays(Priority priority, int days) {}
