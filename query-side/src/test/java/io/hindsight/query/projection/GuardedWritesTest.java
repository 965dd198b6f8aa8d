package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import io.hindsight.query.Mongo;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
    void of_many_who_write_at_once_nobody_goes_back_and_whoever_came_second_is_told() throws Exception {
        GuardedWrites.prepare(collection);
        ExecutorService writers = Executors.newFixedThreadPool(8);
        AtomicInteger told = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (long version = 1; version <= 200; version++) {
            Document document = version("a", version);
            all.add(writers.submit(() -> {
                boolean written = false;
                while (!written) {
                    try {
                        GuardedWrites.replaceOlder(collection, List.of(document));
                        written = true;
                    } catch (ConcurrentModificationException tryAgain) {
                        told.incrementAndGet();
                    }
                    assertThat(collection.find().first().getLong("version"))
                            .isGreaterThanOrEqualTo(written ? document.getLong("version") : 1);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        writers.shutdown();

        assertThat(collection.find()).containsExactly(version("a", 200));
        assertThat(told).hasPositiveValue();
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
