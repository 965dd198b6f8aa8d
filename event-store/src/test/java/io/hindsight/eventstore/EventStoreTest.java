package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import java.nio.file.Path;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

class EventStoreTest {

    @Test
    void an_appended_event_is_read_back(@TempDir Path data) {
        try (var context = new SpringApplicationBuilder(EventStoreConfiguration.class)
                .properties("hindsight.data=" + data)
                .run()) {
            var store = context.getBean(WakeableEventStore.class);
            store.publish(new GenericDomainEventMessage<>("Postmortem", "pm-1", 0, new OwnerAssigned("ana")));
            assertThat(store.readEvents("pm-1").next().getPayload()).isEqualTo(new OwnerAssigned("ana"));
            assertThat(context.getBean(EventPositions.class).after("pm-1", 1)).isEqualTo(new EventPosition(1));
        }
    }
}
