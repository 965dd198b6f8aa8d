package io.hindsight.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An application in a process of its own, which can be killed. */
final class Running implements AutoCloseable {
    private final Process process;
    private final Path log;
    final int port;

    private Running(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it and waits until its health is good. */
    static Running start(Class<?> main, Path folder, Map<String, String> environment) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(folder, main.getSimpleName(), ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It lives for seconds: compiling it well would cost more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                main.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        Running running = new Running(builder.start(), log, port);
        Client client = new Client(running.host(), null);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!running.process.isAlive()) {
                        throw new IllegalStateException("It did not start:\n" + Files.readString(log));
                    }
                    try {
                        return client.read("/actuator/health").status() == 200;
                    } catch (RuntimeException notYet) {
                        return false;
                    }
                });
        return running;
    }

    String host() {
        return "http://localhost:" + port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Like {@code kill -9}: nothing is flushed, closed or said. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
