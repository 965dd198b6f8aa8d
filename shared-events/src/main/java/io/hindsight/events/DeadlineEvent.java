package io.hindsight.events;

import io.hindsight.words.Deadline;
import io.hindsight.words.Owed;
import java.util.List;

/** When what is owed is due. */
public sealed interface DeadlineEvent extends PostmortemEvent {

    /** What was just done sets, moves or lifts these deadlines; the others stay. */
    @StoredAs("deadlines-set")
    record DeadlinesSet(List<Deadline> deadlines) implements DeadlineEvent {
        public DeadlinesSet {
            deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        }
    }

    /** An export told what was owed, all of it; nothing was computed for it here. */
    @StoredAs("obligations-restored")
    record ObligationsRestored(List<Owed> obligations) implements DeadlineEvent {
        public ObligationsRestored {
            obligations = obligations == null ? List.of() : List.copyOf(obligations);
        }
    }
}
