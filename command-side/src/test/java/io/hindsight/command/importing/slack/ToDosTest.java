package io.hindsight.command.importing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToDosTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TODO: limit the retries",
                "todo : limit the retries",
                "*To-do:* limit the retries",
                "• Action item: limit the retries",
                "Follow-up: limit the retries",
                "Follow up: limit the retries",
                "Action items:\n• limit the retries",
                "*Action Items*\n\n1. limit the retries\nGood night",
                "next steps:\n- [x] roll back\n- limit the retries",
                "next step: limit the retries",
                "[ ] limit the retries",
                "- [ ] limit the retries",
                "☐ limit the retries"
            })
    void what_is_marked_as_to_do_is_found(String text) {
        assertThat(ToDos.in("first line\n" + text)).containsExactly("limit the retries");
    }

    @Test
    void a_list_is_one_each() {
        assertThat(ToDos.in("actions so far: (1) batch the backfill – me; (2) pin the tag, by Friday; (3) alert"))
                .containsExactly("batch the backfill – me", "pin the tag, by Friday", "alert");
        assertThat(ToDos.in("Todos: pin the tag; alert;")).containsExactly("pin the tag", "alert");
        assertThat(ToDos.in("next steps:\n- pin the tag\n- alert\nthat is all\n- not this"))
                .containsExactly("pin the tag", "alert");
    }

    @Test
    void of_a_sentence_with_a_wish_just_the_sentence_is_found() {
        assertThat(ToDos.in("It is back. We should alert on pool wait. Good night!"))
                .containsExactly("We should alert on pool wait.");
    }

    @Test
    @Timeout(5)
    void a_long_line_takes_no_longer_than_others() {
        for (String filler : List.of("*", " ", "_")) {
            assertThat(ToDos.in("todo" + filler.repeat(200_000) + "x")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error rate is back at 6%. what changed?",
                "should we roll back?",
                "we should be fine, right?",
                "[x] done",
                "actions speak louder than words",
                "todo list is empty",
                "actions:\nnone so far",
                "- limit the retries"
            })
    void what_is_nothing_to_do_is_not(String text) {
        assertThat(ToDos.in(text)).isEmpty();
    }
}
