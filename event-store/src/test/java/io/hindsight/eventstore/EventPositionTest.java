package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPositionTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 35, 36, Long.MAX_VALUE})
    void what_is_written_is_read(long index) {
        EventPosition position = new EventPosition(index);
        assertThat(EventPosition.parse(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"-1", "+1", "A", "1 ", "zzzzzzzzzzzzz", "11111111111111", "\u0661"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> EventPosition.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_position_is_covered_up_to_the_index_but_in_the_gaps() {
        GapAwareTrackingToken token = GapAwareTrackingToken.newInstance(5, List.of(3L));
        assertThat(new EventPosition(2).coveredBy(token)).isTrue();
        assertThat(new EventPosition(3).coveredBy(token)).isFalse();
        assertThat(new EventPosition(5).coveredBy(token)).isTrue();
        assertThat(new EventPosition(6).coveredBy(token)).isFalse();
    }

    @Test
    void a_reader_that_has_read_nothing_covers_only_the_beginning() {
        assertThat(new EventPosition(1).coveredBy(null)).isFalse();
        assertThat(new EventPosition(0).coveredBy(null)).isTrue();
    }
}
