package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Who may read what the application keeps. */
class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void nobody_but_the_owner_may_read_what_it_makes_in_a_folder_that_all_may_read() throws IOException {
        Path folder = Files.createDirectory(
                parent.resolve("there"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        startAndStop(folder);
        assertThat(modes(folder)).containsOnlyKeys("events.mv.db", "lock", "tokens.yml", "tokens.yml.lock", "views.mv");
        assertThat(modes(folder).values()).containsOnly("rw-------");
        startAndStop(folder);

        assertThat(modes(folder).values()).containsOnly("rw-------");
        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_folder_that_it_makes_is_its_owners_alone() throws IOException {
        startAndStop(parent.resolve("missing/data"));

        assertThat(mode(parent.resolve("missing/data"))).isEqualTo("rwx------");
    }

    private static void startAndStop(Path folder) {
        try (ConfigurableApplicationContext application =
                Hindsight.application().run("--server.port=0", "--hindsight.data=" + folder)) {
            assertThat(application.isRunning()).isTrue();
        }
    }

    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                modes.put(file.getFileName().toString(), mode(file));
            }
        }
        return modes;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
