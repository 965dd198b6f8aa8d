package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import io.hindsight.query.Mongo;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedWritesTest {
    private final Mongo mongo = new Mongo();
    private final MongoCollection<Document> collection = mongo.collection("views_1");

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void a_newer_document_takes_the_place_of_an_older_one_and_of_none() {
        GuardedWrites.replaceOlder(collection, List.of(version("a", 1)));
        GuardedWrites.replaceOlder(collection, List.of(version("a", 3), version("b", 1)));

        assertThat(collection.find()).containsExactlyInAnyOrder(version("a", 3), version("b", 1));
    }

    @Test
    void a_late_writer_neither_goes_back_nor_keeps_others_of_its_batch_from_being_written() {
        GuardedWrites.replaceOlder(collection, List.of(version("a", 3)));

        GuardedWrites.replaceOlder(collection, List.of(version("a", 2), version("a", 3), version("b", 1)));

        assertThat(collection.find()).containsExactlyInAnyOrder(version("a", 3), version("b", 1));
    }

    @Test
    void what_is_there_stays_and_what_is_missing_is_inserted() {
        Document first = new Document("_id", "a/1").append("summary", "as it was");
        GuardedWrites.insertMissing(collection, List.of(first));

        GuardedWrites.insertMissing(collection, List.of(new Document("_id", "a/1"), new Document("_id", "a/2")));

        assertThat(collection.find()).containsExactlyInAnyOrder(first, new Document("_id", "a/2"));
    }

    @Test
    void a_write_that_fails_for_another_reason_is_not_passed_over() {
        Document tooBig = new Document("_id", "a").append("version", 1L).append("big", "x".repeat(17_000_000));

        assertThatThrownBy(() -> GuardedWrites.insertMissing(collection, List.of(tooBig)))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(MongoBulkWriteException.class);
    }

    private static Document version(String id, long version) {
        return new Document("_id", id).append("version", version);
    }
}
