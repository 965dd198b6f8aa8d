package io.hindsight.query.reminders;

import io.hindsight.http.Caller;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Order;
import io.hindsight.query.lists.Page;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was reminded of, how that went, and what was given up. */
@RestController
@RequestMapping("/api/admin/reminders")
class ReminderController {
    private static final Order NEWEST_FIRST = new Order("createdAt", true);

    private final Deliveries deliveries;
    private final Clock clock;

    ReminderController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The queues of all channels, with what was sent in the last 90 days; the newest first. */
    @GetMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    Page<Delivery> reminders(
            @RequestParam(required = false) List<DeliveryState> state,
            @RequestParam(required = false) List<String> channel,
            @RequestParam(required = false) List<String> to,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        return new Listing()
                .oneOf("state", state)
                .oneOf("channel", channel)
                .oneOf("to", to)
                .page(deliveries.asSeenBy(Caller.current()), NEWEST_FIRST, size, cursor, Deliveries::delivery);
    }

    /** Attempts again what was given up; {@code 409} {@code reminder-not-failed} for any other. */
    @PostMapping("/{id}/retry")
    @RolesAllowed(Roles.ADMINISTRATOR)
    Delivery retry(@PathVariable String id) {
        boolean queued = deliveries.retry(id, clock.instant());
        Delivery delivery = deliveries
                .find(id)
                .orElseThrow(() -> new Problem(404, "reminder-not-found", "There is no such reminder."));
        if (!queued) {
            throw new Problem(
                    409,
                    "reminder-not-failed",
                    "Only what was given up can be retried: it is %s.".formatted(delivery.state()));
        }
        return delivery;
    }
}
