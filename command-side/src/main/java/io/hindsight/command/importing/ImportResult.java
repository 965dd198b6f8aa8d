package io.hindsight.command.importing;

import io.hindsight.words.SourceField;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ProblemDetail;

/**
 * What became of one line of an import.
 *
 * @param line its number, from 1
 * @param sourceId what the record is called at its source; null where the line could not be read
 * @param id the postmortem's; null where the line could not be read
 * @param version the number of the postmortem's events; null where the record was refused
 * @param eventPosition the point in history at which the postmortem has that version, for the {@code Min-Event-Position} of a
 *     read; null where the record was refused
 * @param notUnderstood what the record says and the document could not take in, each with why
 * @param problem why it was refused; null otherwise
 */
record ImportResult(
        int line,
        String sourceId,
        String id,
        Outcome outcome,
        Long version,
        String eventPosition,
        List<SourceField> notUnderstood,
        ProblemDetail problem) {

    /** Written in kebab-case, as {@link #toString()} says it. */
    enum Outcome {
        OPENED,
        /** It was imported before, and says what it said then. */
        UNCHANGED,
        REFUSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
