package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.PolicyEvent;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.StoredAs;
import io.hindsight.events.Upcasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;

/** The JSON of every event is frozen: what is stored once is read for ever. */
class StoredFormTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final Pattern EVENT_FILE = Pattern.compile("([a-z-]+)\\.v(\\d+)\\.json");

    private final EventSerializer serializer = EventSerializer.ofAllEvents();
    private final ObjectMapper json = serializer.getObjectMapper();

    static List<Class<?>> events() {
        return Stream.<Class<?>>concat(PostmortemEvent.types().stream(), PolicyEvent.types().stream())
                .toList();
    }

    static List<Path> approvedEvents() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.map(Path::getFileName)
                    .filter(file -> EVENT_FILE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_stored_in_its_approved_form(Class<?> type) {
        StoredAs stored = type.getAnnotation(StoredAs.class);
        Map<String, Object> samples = new TreeMap<>();
        samples.put("full", Samples.full(type));
        samples.put("sparse", Samples.sparse(type));
        assertApproved(stored.value() + ".v" + stored.revision() + ".json", samples);
    }

    @ParameterizedTest
    @MethodSource("approvedEvents")
    void an_approved_form_of_any_revision_is_read(Path file) throws IOException {
        Matcher name = EVENT_FILE.matcher(file.toString());
        assertThat(name.matches()).isTrue();
        JsonNode approved = json.readTree(Files.readString(APPROVED.resolve(file)));

        Object full = read(name.group(1), name.group(2), approved.get("full"));
        Object sparse = read(name.group(1), name.group(2), approved.get("sparse"));

        StoredAs current = full.getClass().getAnnotation(StoredAs.class);
        if (current.value().equals(name.group(1)) && current.revision() == Integer.parseInt(name.group(2))) {
            assertThat(full).isEqualTo(Samples.full(full.getClass()));
            assertThat(sparse).isEqualTo(Samples.sparse(full.getClass()));
        }
    }

    @Test
    void metadata_is_stored_in_its_approved_form_and_read_back() {
        MetaData metadata = MetaData.with(EventMetadata.ACTOR, "ana")
                .and(EventMetadata.ON_BEHALF_OF, "bo")
                .and(EventMetadata.REASON, "the first figure was wrong")
                .and(EventMetadata.COMMAND, "record-impact")
                .and(EventMetadata.IDEMPOTENCY_KEY, "k-1")
                .and(EventMetadata.REQUEST_HASH, "ab12")
                .and(EventMetadata.WARNINGS, "[{\"rule\":\"impact.figures\",\"message\":\"…\"}]")
                .and(EventMetadata.CORRELATION_ID, "c-1")
                .and(EventMetadata.POLICY_VERSION, "7");
        assertApproved("metadata.json", metadata);

        Object back = serializer.deserialize(serializer.serialize(metadata, String.class));
        assertThat(back).isEqualTo(metadata);
    }

    @Test
    void a_token_with_its_gaps_is_stored_and_read_back() {
        TrackingToken token = GapAwareTrackingToken.newInstance(9, List.of(4L, 7L));
        Object back = serializer.deserialize(serializer.serialize(token, String.class));
        assertThat(back).isEqualTo(token);
    }

    @Test
    void an_event_that_is_not_known_is_refused_with_its_name() {
        assertThatThrownBy(() -> read("postmortem-sung", "1", json.createObjectNode()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("postmortem-sung");
    }

    @Test
    void a_revision_that_is_not_known_is_refused_with_both_revisions() {
        assertThatThrownBy(() -> read("owner-assigned", "2", json.createObjectNode()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("revision 2")
                .hasMessageContaining("revision 1");
    }

    @Test
    void a_field_that_is_not_known_is_refused() {
        JsonNode stored = json.createObjectNode().put("owner", "ana").put("since", "yesterday");
        assertThatThrownBy(() -> read("owner-assigned", "1", stored))
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("since");
    }

    private Object read(String name, String revision, JsonNode payload) {
        return StoredEvent.read(name, revision, payload.toString(), serializer, Upcasts.all());
    }

    /** Run the tests with {@code -Dapprove=true} to write the files that are missing or differ, then review them as code. */
    private void assertApproved(String file, Object actual) {
        String text = json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(actual) + "\n";
        Path approved = APPROVED.resolve(file);
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(APPROVED);
                Files.writeString(approved, text);
            }
            assertThat(approved)
                    .as("a stored form that nobody has approved; -Dapprove=true writes it")
                    .exists();
            assertThat(text)
                    .as("events stored in the approved form exist: make a new revision with an upcast")
                    .isEqualTo(Files.readString(approved));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
