package io.hindsight.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/** The smallest application with the contract: an endpoint for each thing that can be asked wrongly. */
@SpringBootApplication
@Import(HttpContractConfiguration.class)
class TestApplication {

    enum Colour {
        DARK_RED,
        BLUE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Part(String text, Integer count) {}

    record Thing(
            String text,
            Integer count,
            Long big,
            Boolean flag,
            Colour colour,
            Instant at,
            OffsetDateTime given,
            LocalDate on,
            Duration lasting,
            List<Part> parts,
            List<String> names,
            Map<String, String> labels,
            Map<Colour, Integer> shades) {}

    record Filter(Colour colour, Instant from, Integer size, List<String> tag) {}

    @RestController
    static class Endpoints {
        @RolesAllowed(Roles.READER)
        @GetMapping("/api/caller")
        Caller caller() {
            return Caller.current();
        }

        @RolesAllowed(Roles.RESPONDER)
        @PostMapping("/api/things")
        Thing thing(@RequestBody Thing thing) {
            return thing;
        }

        @RolesAllowed(Roles.RESPONDER)
        @PostMapping("/api/tree")
        JsonNode tree(@RequestBody JsonNode tree) {
            return tree;
        }

        @RolesAllowed({Roles.COORDINATOR, Roles.MANAGER})
        @PostMapping("/api/things/{id}/approval")
        String approve(@PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must be an id") String id) {
            return id;
        }

        @RolesAllowed(Roles.READER)
        @GetMapping("/api/list")
        List<String> list(@RequestParam(defaultValue = "50") int size, @RequestParam(required = false) Colour colour) {
            return List.of(size + " " + colour);
        }

        @RolesAllowed(Roles.READER)
        @GetMapping("/api/listed")
        List<String> listed(@RequestParam List<Colour> colour, @RequestParam List<String> tag) {
            return Stream.concat(colour.stream().map(Colour::toString), tag.stream())
                    .toList();
        }

        @RolesAllowed(Roles.READER)
        @GetMapping("/api/filtered")
        Filter filtered(@ModelAttribute Filter filter) {
            return filter;
        }

        @RolesAllowed(Roles.READER)
        @UnlimitedBody
        @PostMapping("/api/imports")
        long imports(InputStream body) throws IOException {
            return body.transferTo(OutputStream.nullOutputStream());
        }

        @RolesAllowed(Roles.READER)
        @UnlimitedBody
        @PostMapping(
                path = "/api/archives",
                consumes = {"application/zip", "application/json"})
        long archives(InputStream body) throws IOException {
            return body.transferTo(OutputStream.nullOutputStream());
        }

        @RolesAllowed(Roles.READER)
        @GetMapping("/api/fault")
        String fault() {
            throw new IllegalStateException("jdbc:secret");
        }

        @RolesAllowed(Roles.READER)
        @GetMapping("/api/refusal")
        String refusal() {
            throw new Problem(412, "version-conflict", "The postmortem has moved on.")
                    .violation(Violation.ofRule("owner.single", "Name an owner."))
                    .with("currentVersion", 7)
                    .header("ETag", "\"7\"");
        }

        @RolesAllowed(Roles.READER)
        @GetMapping("/api/cut-short")
        StreamingResponseBody cutShort() {
            return out -> {
                out.write(new byte[100_000]);
                out.flush();
                throw new IllegalStateException("halfway");
            };
        }

        @GetMapping("/api/forgotten")
        String forgotten() {
            return "nobody declared who may read this";
        }
    }
}
