package io.hindsight.http.callers;

import io.hindsight.http.files.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The tokens file: reading it, and replacing it whole so that a reader never sees half of it. */
final class TokensFile {
    private static final String HEADER =
            """
            # Who may call Hindsight. Read again whenever it changes. Add to it with the "token" command,
            # take a token away by deleting its entry. Only hashes stand here: a token is shown once, when it is made.
            """;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private TokensFile() {}

    /**
     * @return an empty list when there is no such file
     * @throws IOException when it cannot be read or is not a list of tokens; the message says what is wrong
     */
    static TokenList read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new TokenList(List.of());
        }
        String text = Files.readString(file);
        try {
            TokenList list = text.isBlank() ? null : YAML.readValue(text, TokenList.class);
            return list == null ? new TokenList(List.of()) : list;
        } catch (JacksonException e) {
            String why = e.getCause() instanceof IllegalArgumentException refused
                    ? refused.getMessage()
                    : e.getOriginalMessage();
            throw new IOException("The tokens file " + file + " cannot be used: " + why, e);
        }
    }

    /**
     * Reads, changes and replaces the file. One does at a time, in this process and in all others: by a lock on a file beside
     * it, which stays, as others may wait for it already.
     */
    static synchronized void change(Path file, UnaryOperator<TokenList> change) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        OwnerOnly.makeFolder(folder);
        Path beside = folder.resolve(file.getFileName() + ".lock");
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, OwnerOnly.ofFiles(beside))) {
            channel.lock();
            write(file, change.apply(read(file)));
        }
    }

    /** Replaces the file at once; where the file system knows owners, only its owner may read it. */
    static void write(Path file, TokenList list) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        OwnerOnly.makeFolder(folder);
        Path next = Files.createTempFile(folder, file.getFileName().toString(), ".new", OwnerOnly.ofFiles(folder));
        try {
            byte[] text = (HEADER + YAML.writeValueAsString(list)).getBytes(StandardCharsets.UTF_8);
            Files.write(next, text, StandardOpenOption.SYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
