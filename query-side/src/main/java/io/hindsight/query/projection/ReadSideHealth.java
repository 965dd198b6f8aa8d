package io.hindsight.query.projection;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether reads work: the read store answers, and every projection runs without an error. By its name it stands in for
 * Spring Boot's own indicator, which says {@code hello}, a command that the embedded MongoDB does not know.
 */
@Component("mongoHealthIndicator")
class ReadSideHealth extends AbstractHealthIndicator {
    private final MongoDatabase database;
    private final ReadModels readModels;

    ReadSideHealth(MongoDatabase database, ReadModels readModels) {
        this.database = database;
        this.readModels = readModels;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(new Document("ping", 1));
        Map<String, String> failing = new TreeMap<>();
        for (String name : readModels.names()) {
            readModels
                    .live(name)
                    .ifPresentOrElse(
                            processor -> processor.error().ifPresent(error -> failing.put(name, error.toString())),
                            () -> failing.put(name, "The read store was not reached yet"));
        }
        if (failing.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("failingProjections", failing);
        }
    }
}
