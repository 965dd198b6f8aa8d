package io.hindsight.http.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders and files that nobody but their owner may read, where the file system knows owners. They are so from the moment at
 * which they are there. What exists already keeps what its owner has set.
 */
public final class OwnerOnly {
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Makes the folder, and those that it is in, where they are missing. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** Makes an empty file where it is missing, for somebody who would make it readable by all. */
    public static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, ofFiles(file));
        } catch (FileAlreadyExistsException kept) {
            // As it should be from the second start on.
        }
    }

    /** For somebody who puts a new file in the place of this one and would make it readable by all: it is for whom the old one was. */
    public static void keeping(Path file, Runnable replacement) throws IOException {
        if (knowsOwners(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            replacement.run();
            Files.setPosixFilePermissions(file, permissions);
        } else {
            replacement.run();
        }
    }

    /** What a file has to be made with. */
    public static FileAttribute<?>[] ofFiles(Path file) {
        return attributes(file, FILE);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return knowsOwners(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
