package io.hindsight.query.internalemail;

import io.hindsight.http.Roles;
import io.hindsight.query.PublicUrl;
import io.hindsight.query.document.Documents;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The two internal e-mails of a postmortem (rule {@code comms.internal}), to be sent from somebody's own mailbox. */
@RestController
class InternalEmailController {
    private final Documents documents;
    private final String publicUrl;

    InternalEmailController(Documents documents, PublicUrl publicUrl) {
        this.documents = documents;
        this.publicUrl = publicUrl.toString();
    }

    /** The internal e-mails, ready to send. Both of them, with when each was recorded as sent, and to whom. */
    @GetMapping("/api/postmortems/{id}/internal-emails")
    @RolesAllowed(Roles.READER)
    Page<ReadyEmail> internalEmails(@ReadsFrom(Documents.NAME) ReadPoint views, @PathVariable String id) {
        String link = publicUrl.isEmpty() ? null : publicUrl + "/api/postmortems/" + id;
        return new Page<>(ReadyEmail.of(documents.now(views, id), link), null);
    }
}
