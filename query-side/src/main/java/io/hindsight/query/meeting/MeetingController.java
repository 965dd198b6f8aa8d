package io.hindsight.query.meeting;

import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.query.document.Documents;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The postmortem meeting for those who come to it (rules {@code meeting.*}). */
@RestController
class MeetingController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Documents documents;
    private final String publicUrl;

    MeetingController(Documents documents, @Value("${hindsight.public-url:}") String publicUrl) {
        this.documents = documents;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * The meeting for a calendar (RFC 5545), with its agenda. Fetched again after it was moved or called off, it changes the
     * entry that is there; 404 {@code postmortem-not-found}, and {@code meeting-not-found} where none was ever scheduled.
     */
    @GetMapping("/api/postmortems/{id}/meeting.ics")
    @RolesAllowed(Roles.READER)
    ResponseEntity<byte[]> calendar(@ReadsFrom(Documents.NAME) ReadPoint views, @PathVariable String id) {
        PostmortemDocument document = documents.now(views, id);
        String text = new Invitation(document.asOf(document.updatedAt()), publicUrl).text();
        if (text == null) {
            throw notFound(id);
        }
        return ResponseEntity.ok()
                .eTag(document.version() + "-ics")
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("postmortem-" + id + ".ics")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem notFound(String id) {
        return new Problem(404, "meeting-not-found", "No meeting was scheduled for the postmortem %s.".formatted(id));
    }
}
