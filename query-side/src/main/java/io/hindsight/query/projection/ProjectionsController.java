package io.hindsight.query.projection;

import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The projections: how they are doing, and building them anew. */
@RestController
@RequestMapping("/api/admin/projections")
class ProjectionsController {
    private static final int ALL = 100;

    private final ReadModels models;
    private final Rebuilds rebuilds;
    private final EventPositions events;

    ProjectionsController(ReadModels models, Rebuilds rebuilds, EventPositions events) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.events = events;
    }

    /** How far each read model is, and what rebuilds it. */
    @GetMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    Projections projections() {
        long head = events.head().index();
        return new Projections(
                models.names().stream().map(name -> status(name, head)).toList());
    }

    /** Begins to build a read model anew beside the one that is read: 202 with where to watch it; 409 {@code rebuild-under-way}. */
    @PostMapping("/{name}/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RolesAllowed(Roles.ADMINISTRATOR)
    ResponseEntity<RebuildStatus> rebuild(@PathVariable String name) {
        check(name);
        Rebuild rebuild = rebuilds.begin(name)
                .orElseThrow(() ->
                        new Problem(409, "rebuild-under-way", "The projection %s is being rebuilt.".formatted(name)));
        URI location = URI.create("/api/admin/projections/%s/rebuilds/%s".formatted(name, rebuild.id()));
        return ResponseEntity.accepted()
                .location(location)
                .body(status(rebuild, events.head().index()));
    }

    /** How far a rebuild is, or how it ended. */
    @GetMapping("/{name}/rebuilds/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    RebuildStatus rebuild(@PathVariable String name, @PathVariable String id) {
        return status(find(name, id), events.head().index());
    }

    /** Gives the rebuild up and drops what was built; one that is finished stays as it is. */
    @DeleteMapping("/{name}/rebuilds/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String name, @PathVariable String id) {
        rebuilds.cancel(find(name, id));
    }

    private Rebuild find(String name, String id) {
        check(name);
        return rebuilds.find(name, id)
                .orElseThrow(() -> new Problem(404, "rebuild-not-found", "There is no such rebuild."));
    }

    private void check(String name) {
        if (!models.names().contains(name)) {
            throw new Problem(
                    404, "projection-not-found", "The projections are " + String.join(", ", models.names()) + ".");
        }
    }

    private ProjectionStatus status(String name, long head) {
        Optional<ProjectionProcessor> live = models.live(name);
        long position = live.map(ProjectionsController::place).orElse(0L);
        String error = live.flatMap(ProjectionProcessor::error)
                .map(Throwable::toString)
                .orElse(null);
        RebuildStatus rebuild =
                rebuilds.underWay(name).map(running -> status(running, head)).orElse(null);
        return new ProjectionStatus(
                name,
                live.map(processor -> processor.generation().number()).orElse(0L),
                models.pointer(name).map(Pointer::revision).orElse(0),
                position,
                head,
                Math.max(0, head - position),
                error == null ? "live" : "failing",
                error,
                rebuild);
    }

    private RebuildStatus status(Rebuild rebuild, long head) {
        Optional<ProjectionProcessor> building = models.building(rebuild.projection())
                .filter(processor -> processor.generation().number() == rebuild.generation());
        boolean done = rebuild.state().equals(Rebuild.DONE);
        long place = done
                ? head
                : Math.min(head, building.map(ProjectionsController::place).orElse(0L));
        return new RebuildStatus(
                rebuild.id(),
                rebuild.projection(),
                rebuild.generation(),
                rebuild.state(),
                place,
                head,
                head == 0 ? ALL : (int) (place * ALL / head),
                rebuild.startedAt(),
                rebuild.finishedAt(),
                building.flatMap(ProjectionProcessor::error)
                        .map(Throwable::toString)
                        .orElse(null));
    }

    private static long place(ProjectionProcessor processor) {
        TrackingToken token = processor.position();
        return token == null ? 0 : Math.max(0, token.position().orElse(0));
    }

    /** The answer: all of them, in the order in which they are built. */
    record Projections(List<ProjectionStatus> items) {}
}
