package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.events.StoredAs;
import io.hindsight.events.Upcast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class UpcastingTest {

    /** An event in its third revision: first its field was renamed, then the event itself. */
    @StoredAs(value = "owner-named", revision = 3)
    record OwnerNamed(String owner, List<String> deputies) {}

    private static final List<Upcast> UPCASTS = List.of(
            new Upcast("leader-named", 1, "leader-named", renamed("leader", "owner")),
            new Upcast("leader-named", 2, "owner-named", UnaryOperator.identity()));

    private final EventSerializer serializer = EventSerializer.of(List.of(OwnerNamed.class));

    @Test
    void the_first_revision_passes_through_every_later_one() {
        assertThat(read("leader-named", "1", "{\"leader\":\"ana\",\"deputies\":[\"bo\",\"cy\"]}"))
                .isEqualTo(new OwnerNamed("ana", List.of("bo", "cy")));
    }

    @Test
    void a_revision_in_the_middle_passes_only_what_came_after_it() {
        assertThat(read("leader-named", "2", "{\"owner\":\"ana\",\"deputies\":[]}"))
                .isEqualTo(new OwnerNamed("ana", List.of()));
    }

    @Test
    void the_current_revision_is_left_alone() {
        assertThat(read("owner-named", "3", "{\"owner\":\"ana\",\"deputies\":[]}"))
                .isEqualTo(new OwnerNamed("ana", List.of()));
    }

    @Test
    void an_old_revision_without_an_upcast_is_refused() {
        assertThatThrownBy(() -> StoredEvent.read("leader-named", "1", "{\"leader\":\"ana\"}", serializer, List.of()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("leader-named");
    }

    private Object read(String name, String revision, String payload) {
        return StoredEvent.read(name, revision, payload, serializer, UPCASTS);
    }

    private static UnaryOperator<Map<String, Object>> renamed(String from, String to) {
        return fields -> {
            Map<String, Object> changed = new LinkedHashMap<>(fields);
            changed.put(to, changed.remove(from));
            return changed;
        };
    }
}
