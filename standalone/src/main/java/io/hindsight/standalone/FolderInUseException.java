package io.hindsight.standalone;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process works in the folder. Two would overwrite each other's stores. */
final class FolderInUseException extends RuntimeException {
    FolderInUseException(Path folder) {
        super("Another Hindsight runs on the folder " + folder.toAbsolutePath().normalize() + ".");
    }

    /** Has Spring Boot say it in words, without a stack trace, and leave with exit code 1. */
    static final class InWords extends AbstractFailureAnalyzer<FolderInUseException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, FolderInUseException refused) {
            return new FailureAnalysis(
                    refused.getMessage(), "Stop the other one, or give this one a folder: HINDSIGHT_DATA.", refused);
        }
    }
}
