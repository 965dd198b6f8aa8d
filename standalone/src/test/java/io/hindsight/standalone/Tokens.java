package io.hindsight.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/** A tokens file for tests: each caller's token is the caller's name with {@code -token} behind it. */
final class Tokens {
    private Tokens() {}

    static String of(String caller) {
        return caller + "-token";
    }

    static Path write(Path file, Map<String, String> rolesByCaller) throws Exception {
        StringBuilder yaml = new StringBuilder("tokens:\n");
        for (Map.Entry<String, String> caller : rolesByCaller.entrySet()) {
            yaml.append("  - {name: %s, sha256: %s, roles: [%s]}%n"
                    .formatted(caller.getKey(), sha256(of(caller.getKey())), caller.getValue()));
        }
        Files.createDirectories(file.getParent());
        return write(file, yaml.toString());
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private static String sha256(String token) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    }
}
