package io.hindsight.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.hindsight.events.PolicyEvent;
import io.hindsight.events.PostmortemEvent;
import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as JSON under their stored names. Its settings are its own: what the web answers may change, what is stored
 * may not. Everything that is not an event (metadata, tokens, snapshots) goes under its class name.
 */
final class EventSerializer extends Jackson3Serializer {

    /** What a row of H2 can hold; the same on every store, so that what one takes another can be filled with. */
    static final int LONGEST = 1 << 20;

    private final StoredTypes storedTypes;

    private EventSerializer(Builder builder, StoredTypes storedTypes) {
        super(builder);
        this.storedTypes = storedTypes;
    }

    static EventSerializer ofAllEvents() {
        return of(Stream.concat(PostmortemEvent.types().stream(), PolicyEvent.types().stream())
                .toList());
    }

    static EventSerializer of(Collection<? extends Class<?>> events) {
        return new EventSerializer(
                builder().jsonMapperBuilderCustomizer(EventSerializer::settings), new StoredTypes(events));
    }

    /** Says all that the stored form depends on, also where it is the library's default today. */
    private static void settings(JsonMapper.Builder json) {
        json.enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // A time keeps the offset that it was given in (rule timeline.times).
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                // A snapshot is an aggregate's fields; it has no accessors for this.
                .changeDefaultVisibility(fields -> fields.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .changeDefaultPropertyInclusion(
                        any -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        SerializedObject<T> stored = super.serialize(object, representation);
        if (stored.getData() instanceof String json
                && json.length() > LONGEST
                && object != null
                && storedTypes.typeOf(object.getClass()) != null) {
            throw new EventTooLargeException(json.length(), LONGEST);
        }
        return stored;
    }

    /**
     * An event's unknown field is refused: every change of its fields is a revision with an upcast, so it can only come from
     * a newer application or a mistake, and dropping it would lose content without a word.
     */
    @Override
    protected ObjectReader getReader(Class<?> type) {
        ObjectReader reader = super.getReader(type);
        return storedTypes.typeOf(type) != null
                ? reader.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                : reader.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return super.classForType(type);
        }
        Class<?> event = storedTypes.classOf(type);
        return event != null ? event : super.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared by Axon
    public SerializedType typeForClass(Class type) {
        SerializedType stored = storedTypes.typeOf(type);
        return stored != null ? stored : super.typeForClass(type);
    }
}
