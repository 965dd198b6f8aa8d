package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import io.hindsight.query.fold.PostmortemDocument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The shape of the documents of every read model is noted under its revision, so that nobody changes one and forgets to raise
 * the other. {@code -Dapprove=true} notes a revision that is not noted yet, and never changes one that is.
 */
class ShapeTest {
    private static final Path SHAPES = Path.of("src/test/resources/shapes");
    private static final String QUERY = "io.hindsight.query.";
    private static final Map<String, String> DOCUMENTS = Map.of(
            "document", PostmortemDocument.class.getName(),
            "board", QUERY + "board.BoardRow",
            "obligations", QUERY + "obligations.ObligationRow",
            "action-items", QUERY + "actionitems.ActionItemRow",
            "history", QUERY + "history.HistoryEntry",
            "suggestions", QUERY + "suggestions.SuggestionRow",
            "dashboard", QUERY + "dashboard.Counts",
            // Of these tests.
            "gate", Record.class.getName());

    @Test
    void documents_of_another_shape_have_another_revision() throws Exception {
        try (Stores stores = new Stores(WithoutWeb.class)) {
            assertThat(stores.all(Projection.class))
                    .extracting(Projection::name)
                    .hasSameElementsAs(DOCUMENTS.keySet());
            for (Projection projection : stores.all(Projection.class)) {
                Path noted = SHAPES.resolve(projection.name() + ".v" + projection.revision() + ".txt");
                String shape = shape(Class.forName(DOCUMENTS.get(projection.name())));
                if (Boolean.getBoolean("approve") && Files.notExists(noted)) {
                    Files.createDirectories(SHAPES);
                    Files.writeString(noted, shape);
                }
                assertThat(Files.exists(noted) ? Files.readString(noted) : "")
                        .as(
                                "%s: raise the REVISION of the projection %s, then run this test with -Dapprove=true",
                                noted, projection.name())
                        .isEqualTo(shape);
            }
        }
    }

    /** Every field with its type, those of records within it included. */
    private static String shape(Class<?> type) {
        Map<String, String> fields = new TreeMap<>();
        collect(type, "", fields);
        List<String> lines = new ArrayList<>();
        fields.forEach((path, kind) -> lines.add(path + " " + kind + "\n"));
        return String.join("", lines);
    }

    private static void collect(Class<?> type, String before, Map<String, String> fields) {
        if (type.getRecordComponents() != null) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getGenericType(), before + component.getName(), fields);
            }
        }
    }

    private static void collect(Type type, String path, Map<String, String> fields) {
        if (type instanceof ParameterizedType several) {
            Type[] of = several.getActualTypeArguments();
            collect(of[of.length - 1], path + (of.length == 1 ? "[]" : "{}"), fields);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            collect(plain, path + ".", fields);
        } else {
            fields.put(path, ((Class<?>) type).getSimpleName());
        }
    }
}
