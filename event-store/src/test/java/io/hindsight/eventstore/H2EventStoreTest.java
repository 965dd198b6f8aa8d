package io.hindsight.eventstore;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2EventStoreTest extends EventStoreContract {

    @TempDir
    Path folder;

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + folder.resolve("events");
    }
}
