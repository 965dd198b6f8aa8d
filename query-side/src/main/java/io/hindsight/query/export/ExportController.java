package io.hindsight.query.export;

import io.hindsight.http.Roles;
import io.hindsight.query.PublicUrl;
import io.hindsight.query.document.Documents;
import io.hindsight.query.export.FactorsLabel.Label;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Calendar;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.query.projection.ViewJson;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A postmortem to take away, as it stands or as it once stood: to read as Markdown or HTML, to import elsewhere as JSON. */
@RestController
class ExportController {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** What the importer knows an export by; the version is raised when what it means changes. */
    private static final String FORMAT = "hindsight-postmortem";

    private static final int FORMAT_VERSION = 1;

    private final Documents documents;
    private final FactorsLabel factorsLabel;
    private final JsonMapper json;
    private final String publicUrl;

    ExportController(Documents documents, FactorsLabel factorsLabel, JsonMapper json, PublicUrl publicUrl) {
        this.documents = documents;
        this.factorsLabel = factorsLabel;
        this.json = json;
        this.publicUrl = publicUrl.toString();
    }

    /** In the sections' order of the process; what people wrote stands below, without raw HTML. */
    @GetMapping("/api/postmortems/{id}/export.md")
    @RolesAllowed(Roles.READER)
    ResponseEntity<byte[]> markdown(
            @ReadsFrom(Documents.NAME) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) Instant at) {
        PostmortemDocument document = complete(documents.of(views, id, version, at));
        Label label = factorsLabel.now();
        return file(MARKDOWN, ContentDisposition.attachment(), document, "md")
                .eTag(etag(document, "md") + "-" + label.version())
                .body(markdown(document, label.text()));
    }

    /** A page to read and to print: no scripts, nothing loaded, the start of the incident red and its resolution green. */
    @GetMapping("/api/postmortems/{id}/export.html")
    @RolesAllowed(Roles.READER)
    ResponseEntity<byte[]> html(
            @ReadsFrom(Documents.NAME) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) Instant at) {
        PostmortemDocument document = complete(documents.of(views, id, version, at));
        Label label = factorsLabel.now();
        String page = HtmlPage.of(DocumentTree.of(document, label.text()), document.title());
        return file(HTML, ContentDisposition.inline(), document, "html")
                .eTag(etag(document, "html") + "-" + label.version())
                .header("Content-Security-Policy", HtmlPage.CONTENT_SECURITY_POLICY)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    /** All of it on one line, which {@code POST /api/imports} takes; what is computed from it is left out. */
    @GetMapping("/api/postmortems/{id}/export.json")
    @RolesAllowed(Roles.READER)
    ResponseEntity<byte[]> json(
            @ReadsFrom(Documents.NAME) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) Instant at) {
        PostmortemDocument document = documents.of(views, id, version, at);
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("format", FORMAT);
        export.put("formatVersion", FORMAT_VERSION);
        ((Map<?, ?>) ViewJson.toJsonValue(document)).forEach((name, value) -> export.put((String) name, value));
        Calendar calendar = document.calendar();
        if (calendar != null) {
            String host = CalendarHost.of(calendar, publicUrl);
            export.put("calendar", ViewJson.toJsonValue(new Calendar(host, calendar.sequence(), calendar.cancelled())));
        }
        return file(MediaType.APPLICATION_JSON, ContentDisposition.attachment(), document, "json")
                .body((json.writeValueAsString(export) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] markdown(PostmortemDocument document, String factorsLabel) {
        return DocumentTree.of(document, factorsLabel).markdown().getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing in these files says whether something is overdue: what it was computed at would have to go with it. */
    private static PostmortemDocument complete(PostmortemDocument document) {
        return document.asOf(document.updatedAt());
    }

    private static ResponseEntity.BodyBuilder file(
            MediaType type, ContentDisposition.Builder disposition, PostmortemDocument document, String extension) {
        String name = "postmortem-" + document.id() + "." + extension;
        return ResponseEntity.ok()
                .eTag(etag(document, extension))
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString());
    }

    private static String etag(PostmortemDocument document, String extension) {
        return document.version() + "-" + extension;
    }
}
