package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
    private static final int KILLS = 5;
    private static final int VIEWS = 4;
    private static final Document ID = new Document("_id", "it");

    @TempDir
    private Path folder;

    @Test
    void after_kills_every_view_stands_where_the_position_says_or_one_step_further() throws Exception {
        long reached = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileItWrites(reached + ThreadLocalRandom.current().nextInt(100, 300));
            try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                    MongoClient client = MongoClients.create(mongo.url())) {
                MongoDatabase database = client.getDatabase("hindsight");
                long position = number(database, "position");
                long before = position + 1;
                // Written in this order, position last: a later one is never ahead of an earlier one.
                for (int view = 0; view < VIEWS; view++) {
                    assertThat(number(database, "view" + view)).isBetween(position, before);
                    before = number(database, "view" + view);
                }
                assertThat(position).isGreaterThanOrEqualTo(reached);
                reached = position;
            }
        }
        assertThat(reached).isPositive();
    }

    @Test
    void what_was_written_before_a_stop_is_there_after_it() {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                MongoClient client = MongoClients.create(mongo.url())) {
            write(client.getDatabase("hindsight"), "view", 7);
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                MongoClient client = MongoClients.create(mongo.url())) {
            assertThat(number(client.getDatabase("hindsight"), "view")).isEqualTo(7);
        }
    }

    @Test
    void what_is_written_with_a_journal_is_on_the_disk_before_it_is_answered() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                MongoClient client = MongoClients.create(mongo.url())) {
            MongoDatabase journaled = client.getDatabase("hindsight").withWriteConcern(WriteConcern.JOURNALED);
            for (int number = 1; number <= 20; number++) {
                write(journaled, "view", number);
                // What a process that starts after a kill at this moment would find.
                Path found = Files.copy(file(), folder.resolve("found-" + number));
                try (EmbeddedMongo after = EmbeddedMongo.open(found, 0);
                        MongoClient reader = MongoClients.create(after.url())) {
                    assertThat(number(reader.getDatabase("hindsight"), "view")).isEqualTo(number);
                }
            }
        }
    }

    @Test
    void a_stop_gives_back_what_is_no_longer_needed_and_keeps_the_rest() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                MongoClient client = MongoClients.create(mongo.url())) {
            MongoDatabase database = client.getDatabase("hindsight");
            for (int number = 0; number < 8; number++) {
                database.getCollection("old").insertOne(new Document("text", "x".repeat(1024 * 1024)));
            }
            write(database, "view", 7);
            await().until(() -> file().toFile().length() > 8L * 1024 * 1024);
            database.getCollection("old").drop();
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        }
        assertThat(file()).satisfies(file -> assertThat(Files.size(file)).isLessThan(1024 * 1024));
        assertThat(file())
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("what its owner has set")
                        .isEqualTo("rw-r-----"));
        try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                MongoClient client = MongoClients.create(mongo.url())) {
            assertThat(number(client.getDatabase("hindsight"), "view")).isEqualTo(7);
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_set_aside_and_a_new_one_made() throws IOException {
        Files.writeString(file(), "no store at all".repeat(1000));
        try (EmbeddedMongo mongo = EmbeddedMongo.open(file(), 0);
                MongoClient client = MongoClients.create(mongo.url())) {
            write(client.getDatabase("hindsight"), "view", 1);
        }
        assertThat(folder.resolve("views.mv.broken")).exists();
    }

    private Path file() {
        return folder.resolve("views.mv");
    }

    private void killWhileItWrites(long until) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Writer.class.getName(),
                file().toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            // The server's log stands between the numbers.
            assertThat(lines.lines().anyMatch(line -> line.matches("\\d+") && Long.parseLong(line) >= until))
                    .as("it still wrote when it was killed")
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void write(MongoDatabase database, String collection, long number) {
        Document document = new Document(ID).append("number", number).append("text", "x".repeat(2_000));
        database.getCollection(collection).replaceOne(ID, document, new ReplaceOptions().upsert(true));
    }

    /** 0 before the first write. */
    private static long number(MongoDatabase database, String collection) {
        Document document = database.getCollection(collection).find(ID).first();
        return document == null ? 0 : document.getLong("number");
    }

    /** Writes every view, then the position, over and over, and says how far it is. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            EmbeddedMongo mongo = EmbeddedMongo.open(Path.of(arguments[0]), 0);
            MongoDatabase database = MongoClients.create(mongo.url()).getDatabase("hindsight");
            for (long number = number(database, "position") + 1; ; number++) {
                for (int view = 0; view < VIEWS; view++) {
                    write(database, "view" + view, number);
                }
                write(database, "position", number);
                System.out.println(number);
            }
        }
    }
}
