package io.hindsight.command.importing.slack;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The ZIP of an export: {@code users.json}, {@code channels.json} and a folder a channel with a file a day. All of it
 * may lie in one folder more; whatever else is there is passed over, whatever its name. Nothing is written to a disk, and what may
 * be read is limited: how many entries, how long each, how long all of them are. It is read several times, for its names, for the
 * workspace and then for one channel, so that no other channel's messages are ever held.
 */
final class ExportArchive {
    static final int MOST_ENTRIES = 5_000;
    static final int LONGEST_ENTRY = 16 << 20;
    static final int LONGEST = 96 << 20;

    private static final Pattern DAY =
            Pattern.compile("[^/#\\s:\\\\\\p{Cntrl}][^/:\\\\\\p{Cntrl}]*/\\d{4}-\\d{2}-\\d{2}\\.json");
    private static final Set<String> CHANNEL_LISTS = Set.of("channels.json", "groups.json");

    private final byte[] zip;
    private final ExportJson json;
    private final Kept kept = new Kept();
    private final Set<String> folders = new LinkedHashSet<>();
    /** The one folder around the export, with its slash; empty where there is none. */
    private String outer = "";

    private interface Visitor {
        void visit(String name, Content content) throws IOException;
    }

    private interface Content {
        byte[] read() throws IOException;
    }

    private ExportArchive(byte[] zip, ExportJson json) {
        this.zip = zip;
        this.json = json;
    }

    /**
     * One channel of the export.
     *
     * @param channel its id or name; null where the export has only one
     * @throws Problem 400 {@code malformed-export}, {@code malformed-json}, {@code invalid-body} or {@code invalid-parameters}, 413 {@code
     *     export-too-large}
     */
    static ChannelExport read(byte[] zip, String channel, ExportJson json) {
        return new ExportArchive(zip, json).read(channel);
    }

    private ChannelExport read(String channel) {
        outer = outer();
        walk((name, content) -> {
            if (name.equals("users.json")) {
                json.list(content.read(), SlackUser.class, name, kept::user);
            } else if (CHANNEL_LISTS.contains(name)) {
                json.list(content.read(), SlackChannel.class, name, kept::channel);
            } else if (DAY.matcher(name).matches()) {
                folders.add(name.substring(0, name.indexOf('/')));
            }
        });
        SlackChannel chosen = chosen(channel);
        walk((name, content) -> {
            if (DAY.matcher(name).matches() && name.startsWith(chosen.name() + "/")) {
                json.list(content.read(), SlackMessage.class, name, kept::message);
            }
        });
        return kept.of(chosen);
    }

    private String outer() {
        Set<String> found = new LinkedHashSet<>();
        walkAll((name, content) -> {
            int slash = name.indexOf('/') + 1;
            if (isOfUse(name)) {
                found.add("");
            } else if (isOfUse(name.substring(slash))) {
                found.add(name.substring(0, slash));
            }
        });
        // One export has one folder around it at most; a folder of a whole export beside it is something else.
        return found.contains("") || found.size() != 1 ? "" : found.iterator().next();
    }

    private static boolean isOfUse(String name) {
        return name.equals("users.json")
                || CHANNEL_LISTS.contains(name)
                || DAY.matcher(name).matches();
    }

    private void walk(Visitor visitor) {
        walkAll((name, content) -> {
            if (name.startsWith(outer)) {
                visitor.visit(name.substring(outer.length()), content);
            }
        });
    }

    private SlackChannel chosen(String channel) {
        List<SlackChannel> withMessages = folders.stream()
                .map(folder -> kept.channels().stream()
                        .filter(known -> folder.equals(known.name()))
                        .findFirst()
                        .orElseGet(() -> SlackChannel.named(folder)))
                .toList();
        List<SlackChannel> meant = withMessages.stream()
                .filter(known -> channel == null || known.isCalled(channel))
                .toList();
        if (withMessages.isEmpty()) {
            throw ExportJson.malformed(
                    "The archive has no channel: a folder with a file a day, general/2026-03-10.json");
        }
        if (meant.size() != 1) {
            throw new Problem(400, "invalid-parameters", "Name one channel of the export")
                    .violation(Violation.ofField(
                            "channel",
                            "has to be one of "
                                    + withMessages.stream()
                                            .limit(20)
                                            .map(SlackChannel::name)
                                            .toList()
                                    + (withMessages.size() > 20 ? " and others" : "")));
        }
        return meant.get(0);
    }

    private void walkAll(Visitor visitor) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            int entries = 0;
            long[] inflated = {0};
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw tooLarge("holds more than " + MOST_ENTRIES + " files");
                }
                visitor.visit(entry.getName(), () -> {
                    byte[] bytes = in.readNBytes(LONGEST_ENTRY + 1);
                    count(inflated, bytes.length);
                    if (bytes.length > LONGEST_ENTRY) {
                        throw tooLarge("holds a file that is longer than " + LONGEST_ENTRY + " bytes");
                    }
                    return bytes;
                });
                passOver(in, inflated);
            }
            if (entries == 0) {
                throw ExportJson.malformed("The body is no ZIP archive");
            }
        } catch (IOException | IllegalArgumentException broken) {
            // What java.util.zip says of a broken archive, a name in another encoding included.
            throw ExportJson.malformed("The archive cannot be read to its end");
        }
    }

    /** Reads what is left of an entry here, where it is counted: the stream itself would inflate any length. */
    private static void passOver(ZipInputStream in, long[] inflated) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            count(inflated, read);
        }
    }

    private static void count(long[] inflated, int read) {
        inflated[0] += read;
        if (inflated[0] > LONGEST) {
            throw tooLarge("is longer than " + LONGEST + " bytes");
        }
    }

    private static Problem tooLarge(String how) {
        return new Problem(
                413,
                "export-too-large",
                "The archive, unpacked, " + how + ": send users.json, channels.json and the channel's folder alone");
    }
}
