package io.hindsight.eventstore;

import io.hindsight.events.StoredAs;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/** The names and revisions under which events are stored, both ways. */
final class StoredTypes {

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    StoredTypes(Collection<? extends Class<?>> events) {
        for (Class<?> event : events) {
            StoredAs stored = event.getAnnotation(StoredAs.class);
            if (stored == null) {
                throw new IllegalStateException(event + " does not say what it is stored as");
            }
            Class<?> other = classes.put(stored.value(), event);
            if (other != null) {
                throw new IllegalStateException(
                        event + " and " + other + " are both stored as '" + stored.value() + "'");
            }
            types.put(event, new SimpleSerializedType(stored.value(), Integer.toString(stored.revision())));
        }
    }

    /** The stored name and revision of an event, or null for any other class. */
    SerializedType typeOf(Class<?> type) {
        return types.get(type);
    }

    /**
     * The event that is stored under this name, or null for the name of a class (it has dots, a stored name has none).
     *
     * @throws SerializationException when no event is stored under this name and revision: a newer version of the
     *     application wrote it, or an upcast is missing. Leaving the event out would be silently wrong.
     */
    Class<?> classOf(SerializedType type) {
        if (type.getName().indexOf('.') >= 0) {
            return null;
        }
        Class<?> event = classes.get(type.getName());
        if (event == null) {
            throw new SerializationException("No event is stored as '" + type.getName() + "'");
        }
        SerializedType current = types.get(event);
        if (!current.equals(type)) {
            throw new SerializationException("Event '" + type.getName() + "' is stored in revision "
                    + type.getRevision() + ", this application knows revision " + current.getRevision()
                    + " and no way there");
        }
        return event;
    }
}
