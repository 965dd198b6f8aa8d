package io.hindsight.query.history;

import io.hindsight.http.Roles;
import io.hindsight.query.document.Documents;
import io.hindsight.query.lists.BadParameter;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What differs between two versions of a postmortem: field by field, word by word in texts. */
@RestController
class DiffController {
    private final Documents documents;

    DiffController(Documents documents) {
        this.documents = documents;
    }

    /** The fields that differ, in the order of the document. */
    record Diff(String id, long from, long to, List<FieldDiff> changes) {}

    /** One field; {@code words} is there for a text that was changed, neither new nor gone. */
    record FieldDiff(String path, Object before, Object after, List<WordDiff.TextRun> words) {
        static FieldDiff of(DocumentChange change, WordDiff words) {
            boolean text = change.before() instanceof String && change.after() instanceof String;
            return new FieldDiff(
                    change.path(),
                    change.before(),
                    change.after(),
                    text ? words.of((String) change.before(), (String) change.after()) : null);
        }
    }

    /**
     * Two versions of a postmortem compared, field by field and word by word.
     *
     * @param from any version; a later one than {@code to} tells how to go back
     * @param to the newest where none is given
     */
    @GetMapping("/api/postmortems/{id}/diff")
    @RolesAllowed(Roles.READER)
    Diff diff(
            @ReadsFrom(Documents.NAME) ReadPoint views,
            @PathVariable String id,
            @RequestParam long from,
            @RequestParam(required = false) Long to) {
        BadParameter.checkRange("from", from, 1, Long.MAX_VALUE);
        if (to != null) {
            BadParameter.checkRange("to", to, 1, Long.MAX_VALUE);
        }
        long last = to == null ? documents.version(views, id) : to;
        List<DocumentChange> changes =
                Differ.changes(documents.atVersion(views, id, from), documents.atVersion(views, id, last));
        WordDiff words = new WordDiff();
        return new Diff(
                id,
                from,
                last,
                changes.stream().map(change -> FieldDiff.of(change, words)).toList());
    }
}
