package io.hindsight.query.meeting;

import io.hindsight.http.Caller;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.query.PublicUrl;
import io.hindsight.query.directory.Directory;
import io.hindsight.query.document.Documents;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The postmortem meeting for those who come to it (rules {@code meeting.*}). */
@RestController
class MeetingController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Documents documents;
    private final Directory directory;
    private final String publicUrl;

    MeetingController(Documents documents, Directory directory, PublicUrl publicUrl) {
        this.documents = documents;
        this.directory = directory;
        this.publicUrl = publicUrl.toString();
    }

    /**
     * The meeting, planned, held or called off: whom to invite and what to talk about; 404 {@code postmortem-not-found}, and
     * {@code meeting-not-found} where none was ever scheduled or held.
     */
    @GetMapping("/api/postmortems/{id}/meeting")
    @RolesAllowed(Roles.READER)
    ResponseEntity<MeetingDetails> meeting(@ReadsFrom(Documents.NAME) ReadPoint views, @PathVariable String id) {
        PostmortemDocument document = complete(views, id);
        MeetingDetails meeting =
                MeetingDetails.of(document, publicUrl + "/api/postmortems/" + document.id() + "/meeting.ics");
        if (meeting == null) {
            throw notFound(id);
        }
        return ResponseEntity.ok().eTag(document.version() + "-meeting").body(meeting);
    }

    /**
     * The meeting for a calendar (RFC 5545), with its agenda and whom to invite; their addresses in the directory are for callers
     * who may do more than read, the others get the names alone. Fetched again
     * after it was moved, called off or others are invited, it changes the entry that is there; 404 {@code postmortem-not-found},
     * and {@code meeting-not-found} where none was ever scheduled.
     */
    @GetMapping("/api/postmortems/{id}/meeting.ics")
    @RolesAllowed(Roles.READER)
    ResponseEntity<byte[]> calendar(@ReadsFrom(Documents.NAME) ReadPoint views, @PathVariable String id) {
        String text = new Invitation(complete(views, id), publicUrl, addresses()).text();
        if (text == null) {
            throw notFound(id);
        }
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                // Addresses change without an event, and are not for everybody: the version does not tell one file from
                // another.
                .eTag(DigestUtils.md5DigestAsHex(file))
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("postmortem-" + id + ".ics")
                                .build()
                                .toString())
                .body(file);
    }

    /** A token that may only read hangs on walls and in other programs; addresses of people are not for those. */
    private Map<String, String> addresses() {
        return Caller.current().roles().equals(Set.of(Roles.READER)) ? Map.of() : directory.addresses();
    }

    private PostmortemDocument complete(ReadPoint views, String id) {
        PostmortemDocument document = documents.now(views, id);
        return document.asOf(document.updatedAt());
    }

    private static Problem notFound(String id) {
        return new Problem(404, "meeting-not-found", "No meeting was scheduled for the postmortem %s.".formatted(id));
    }
}
