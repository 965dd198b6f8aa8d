package io.hindsight.query.history;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Comment;
import io.hindsight.query.fold.PostmortemDocument.Factor;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.fold.PostmortemDocument.Point;
import io.hindsight.query.fold.PostmortemDocument.Responder;
import io.hindsight.query.fold.PostmortemDocument.Review;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.Invitee;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares two documents field by field. It walks the records and not their JSON: an event leaves most parts of a document
 * the very same objects, and those are passed over at a glance, however long the document is.
 */
final class Differ {
    /** What follows from the event itself, or from other fields, and would be in every answer. */
    private static final Set<String> PASSED_OVER = Set.of(
            "id",
            "calendar",
            "alert",
            "openedAt",
            "openedBy",
            "updatedAt",
            "updatedBy",
            "closedAt",
            "correctedFrom",
            "corrected",
            "addedBy",
            "assignee",
            "overdue",
            "late",
            "rule");

    private static final Map<Class<?>, Function<Object, String>> KEYS = Map.of(
            TimelineEntry.class, entry -> ((TimelineEntry) entry).entryId(),
            Factor.class, factor -> ((Factor) factor).factorId(),
            Point.class, point -> ((Point) point).pointId(),
            ActionItem.class, item -> ((ActionItem) item).itemId(),
            Comment.class, comment -> ((Comment) comment).commentId(),
            Review.class, review -> ((Review) review).person(),
            Responder.class, responder -> ((Responder) responder).person() + "/" + ((Responder) responder).role(),
            Invitee.class, invitee -> ((Invitee) invitee).person(),
            CustomFigure.class, figure -> ((CustomFigure) figure).id(),
            Obligation.class, owed -> key((Obligation) owed));

    /** Of these lists the order is somebody's decision; others are in an order of their own. */
    private static final Set<Class<?>> ORDERED = Set.of(Factor.class);

    /** Looked up once: a record's components are made anew for each who asks, which took most of the time of a rebuild. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !PASSED_OVER.contains(component.getName()))
                    .filter(component -> !isOwnVersion(type, component))
                    .map(component -> new Field(component.getName(), component.getAccessor()))
                    .toList();
        }
    };

    /** The document's counts its events; that of a review or an approval says what was read. */
    private static boolean isOwnVersion(Class<?> type, RecordComponent component) {
        return type == PostmortemDocument.class && component.getName().equals("version");
    }

    /** A field of a record that is compared. */
    private record Field(String name, Method accessor) {
        Object of(Object owner) {
            try {
                return owner == null ? null : accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("No access to " + accessor, e);
            }
        }
    }

    private final List<DocumentChange> changes = new ArrayList<>();

    private Differ() {}

    /**
     * The fields that differ, in the order of the document.
     *
     * @param before null where there was no document
     */
    static List<DocumentChange> changes(PostmortemDocument before, PostmortemDocument after) {
        Differ differ = new Differ();
        differ.compareFields("", PostmortemDocument.class, before, after);
        return differ.changes;
    }

    private void compare(String path, Object before, Object after) {
        if (before == after || Objects.equals(before, after)) {
            return;
        }
        Object present = before == null ? after : before;
        if (present instanceof Record && KEYS.get(present.getClass()) == null) {
            compareFields(path + ".", present.getClass(), before, after);
        } else if (present instanceof Map<?, ?>) {
            compareEntries(path, (Map<?, ?>) before, (Map<?, ?>) after);
        } else if (present instanceof List<?> && hasKeys(before, after)) {
            compareElements(path, (List<?>) before, (List<?>) after);
        } else if (!isEmpty(before) || !isEmpty(after)) {
            changes.add(new DocumentChange(path, json(before), json(after)));
        }
    }

    private void compareFields(String prefix, Class<?> type, Object before, Object after) {
        for (Field field : FIELDS.get(type)) {
            Object old = field.of(before);
            Object now = field.of(after);
            if (old != now) {
                compare(prefix + field.name(), old, now);
            }
        }
    }

    private void compareEntries(String path, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> names = new LinkedHashSet<>();
        Map<?, ?> old = before == null ? Map.of() : before;
        Map<?, ?> now = after == null ? Map.of() : after;
        names.addAll(old.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> compare(path + "." + name, old.get(name), now.get(name)));
    }

    private void compareElements(String path, List<?> before, List<?> after) {
        Map<String, Object> old = byKey(before);
        Map<String, Object> now = byKey(after);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            compareElement(path + "[" + key + "]", old.get(key), now.get(key));
        }
        Object present = (old.isEmpty() ? now : old).values().iterator().next();
        if (ORDERED.contains(present.getClass())) {
            compareOrder(path, old.keySet(), now.keySet());
        }
    }

    /** All the ids as they stood and stand, where one that was there before has another place among those. */
    private void compareOrder(String path, Set<String> before, Set<String> after) {
        List<String> stayed = after.stream().filter(before::contains).toList();
        if (!before.stream().filter(after::contains).toList().equals(stayed)) {
            changes.add(new DocumentChange(path + ".order", List.copyOf(before), List.copyOf(after)));
        }
    }

    /** One that came or went is shown whole; of one that changed, what changed. */
    private void compareElement(String path, Object before, Object after) {
        if (before == null || after == null) {
            changes.add(new DocumentChange(path, json(before), json(after)));
        } else if (before != after) {
            compareFields(path + ".", before.getClass(), before, after);
        }
    }

    private static boolean hasKeys(Object before, Object after) {
        List<?> present = (List<?>) (isEmpty(before) ? after : before);
        return !isEmpty(present) && KEYS.containsKey(present.get(0).getClass());
    }

    private static Map<String, Object> byKey(List<?> elements) {
        Map<String, Object> byKey = new LinkedHashMap<>();
        if (elements != null) {
            elements.forEach(element -> byKey.put(KEYS.get(element.getClass()).apply(element), element));
        }
        return byKey;
    }

    private static String key(Obligation owed) {
        return owed.kind() + (owed.subject() == null ? "" : "/" + owed.subject());
    }

    private static boolean isEmpty(Object value) {
        return value == null || value instanceof Collection<?> list && list.isEmpty();
    }

    private static Object json(Object value) {
        return value == null ? null : ViewJson.toJsonValue(value);
    }
}
