package io.hindsight.eventstore;

import io.hindsight.events.Upcast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Lets Axon apply {@link Upcast}s to what it reads, so that the events themselves know neither Axon nor Jackson. */
final class EventUpcasters {

    private EventUpcasters() {}

    /** The upcasts as one chain, in their order; an event passes every one that names what it has become by then. */
    static EventUpcaster chain(List<Upcast> upcasts, ObjectMapper json) {
        return new EventUpcasterChain(
                upcasts.stream().map(upcast -> new FromMap(upcast, json)).toList());
    }

    private static final class FromMap extends SingleEventUpcaster {

        private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

        private final Upcast upcast;
        private final SerializedType from;
        private final SerializedType to;
        private final ObjectMapper json;

        FromMap(Upcast upcast, ObjectMapper json) {
            this.upcast = upcast;
            this.from = new SimpleSerializedType(upcast.name(), Integer.toString(upcast.fromRevision()));
            this.to = new SimpleSerializedType(upcast.toName(), Integer.toString(upcast.fromRevision() + 1));
            this.json = json;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(from);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(to, JsonNode.class, this::changed);
        }

        private JsonNode changed(JsonNode stored) {
            Map<String, Object> fields = json.convertValue(stored, OBJECT);
            return json.valueToTree(upcast.change().apply(fields));
        }
    }
}
