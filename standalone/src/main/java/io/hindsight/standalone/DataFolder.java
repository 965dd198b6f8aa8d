package io.hindsight.standalone;

import io.hindsight.http.Roles;
import io.hindsight.http.callers.TokenCommand;
import io.hindsight.http.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the folder ready before anything opens a store in it ({@code hindsight.data}, {@code HINDSIGHT_DATA}, {@code
 * ./data} by default): locks it for this process, starts the embedded MongoDB unless {@code hindsight.read-store}
 * ({@code HINDSIGHT_READ_STORE}) names another, and lets somebody in at the first start. What is opened first here is
 * closed last.
 */
class DataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** The first administrator's token, to be shown once; only in the start that made it. */
    static final String FIRST_TOKEN = "hindsight.first-token";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Path folder = Path.of(environment.getProperty("hindsight.data", "./data"));
        Map<String, Object> settings = new HashMap<>();
        try {
            OwnerOnly.makeFolder(folder);
            closeLast(context, "dataFolderLock", lock(folder)::close);
            makeEventFile(environment, folder);
            makeFirstToken(environment, folder, settings);
            startReadStore(context, folder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("standalone", settings));
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.ofFiles(file));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException byThisProcess) {
            // Refused as any other process is.
        }
        channel.close();
        throw new FolderInUseException(folder);
    }

    /** As the event store names it by default. H2 would make it readable by all; it takes an empty one for a new one. */
    private static void makeEventFile(ConfigurableEnvironment environment, Path folder) throws IOException {
        if (environment.getProperty("hindsight.event-store.url", "").isBlank()
                && environment.getProperty("hindsight.event-store", "").isBlank()) {
            OwnerOnly.makeFile(folder.resolve("events.mv.db"));
        }
    }

    private static void makeFirstToken(ConfigurableEnvironment environment, Path folder, Map<String, Object> settings)
            throws IOException {
        Path file = Path.of(environment.getProperty(
                "hindsight.tokens", folder.resolve("tokens.yml").toString()));
        if (environment.getProperty("hindsight.admin-token", "").isBlank() && Files.notExists(file)) {
            settings.put(FIRST_TOKEN, TokenCommand.add(file, "admin", Roles.ALL, null));
        }
    }

    private static void startReadStore(
            ConfigurableApplicationContext context, Path folder, Map<String, Object> settings) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty("hindsight.read-store", "").isBlank()) {
            int port = environment.getProperty("hindsight.embedded-mongo.port", Integer.class, 0);
            EmbeddedMongo mongo = EmbeddedMongo.open(folder.resolve("views.mv"), port);
            closeLast(context, "embeddedMongo", mongo::close);
            settings.put("hindsight.read-store", mongo.url());
        }
    }

    /** Beans are closed in the reverse order of their registration, and no bean is there yet. */
    private static void closeLast(ConfigurableApplicationContext context, String name, DisposableBean opened) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(name, opened);
    }
}
