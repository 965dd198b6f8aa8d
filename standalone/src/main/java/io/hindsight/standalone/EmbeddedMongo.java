package io.hindsight.standalone;

import de.bwaldvogel.mongo.MongoServer;
import io.hindsight.http.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in for MongoDB in this process, on one file, on the loopback interface. What it loses in a crash are the last
 * moments, all collections alike ({@link DurablePoints}); the positions of the projections are among them, so the views
 * catch up from the event store by themselves.
 */
final class EmbeddedMongo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CACHE_MIB = 64;

    private static final long COMPACT_FROM_BYTES = 4L * 1024 * 1024;

    private final Path file;
    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(Path file, MVStore store, int port) {
        this.file = file;
        server = new MongoServer(new DurablePoints(store));
        server.bind(new InetSocketAddress(LOOPBACK, port));
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the file, or makes it.
     *
     * @param port 0 for any free one
     */
    static EmbeddedMongo open(Path file, int port) {
        MVStore store;
        try {
            store = openStore(file);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw e;
            }
            // Everything in it was made from the events and can be again.
            log.error("{} cannot be read; it is set aside and every view is built anew", file, e);
            setAside(file);
            store = openStore(file);
        }
        return new EmbeddedMongo(file, store, port);
    }

    private static MVStore openStore(Path file) {
        // What a compaction that was killed has left.
        MVStoreTool.compactCleanUp(file.toString());
        make(file);
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MIB)
                .open();
    }

    private static void make(Path file) {
        try {
            OwnerOnly.makeFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The connection string, with the name of the database. */
    String url() {
        return "mongodb://" + LOOPBACK + ":" + port + "/hindsight";
    }

    @Override
    public void close() {
        server.shutdownNow();
        compact();
    }

    /**
     * Copies what is alive into a new file: the saves leave several times as much behind. Not by closing the store with time
     * to compact: moving parts within the file, H2 2.4 now and then fails its own assertion on where there is room. The new file is
     * for whom the old one was once it is whole: H2 lets nobody say so before.
     */
    private void compact() {
        if (file.toFile().length() <= COMPACT_FROM_BYTES) {
            return;
        }
        try {
            OwnerOnly.keeping(file, () -> MVStoreTool.compact(file.toString(), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
