package io.hindsight.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeMeetingDeadlines;
import io.hindsight.command.policy.DeadlinePolicyCommand.MeetingDeadlineGiven;
import io.hindsight.words.DayKind;
import io.hindsight.words.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingDeadlinesTest {
    private static final MeetingDeadlineGiven SEV_1 = new MeetingDeadlineGiven(Severity.SEV_1, 3, DayKind.CALENDAR);
    private static final MeetingDeadlineGiven OTHERS = new MeetingDeadlineGiven(null, 5, DayKind.BUSINESS);

    @Test
    void one_deadline_holds_for_all_severities_that_are_not_named() {
        assertThat(new ChangeMeetingDeadlines(List.of(SEV_1)).malformed())
                .containsOnlyKeys("deadlines")
                .containsValue("must have one without a severity, which holds for all others");
        assertThat(new ChangeMeetingDeadlines(List.of(SEV_1, OTHERS)).malformed())
                .isEmpty();
    }

    @Test
    void each_severity_has_one_deadline_and_so_have_all_others() {
        assertThat(new ChangeMeetingDeadlines(List.of(SEV_1, SEV_1, OTHERS)).malformed())
                .containsOnlyKeys("deadlines");
        assertThat(new ChangeMeetingDeadlines(List.of(OTHERS, OTHERS)).malformed())
                .containsOnlyKeys("deadlines");
    }
}
