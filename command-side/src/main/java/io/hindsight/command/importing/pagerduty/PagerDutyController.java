package io.hindsight.command.importing.pagerduty;

import io.hindsight.command.alert.AlertAccount;
import io.hindsight.command.alert.FollowAlert;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.command.web.Actors;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** PagerDuty's webhooks. What is answered with success was kept and need not be sent again. */
@RestController
class PagerDutyController {
    static final String PATH = "/api/imports/pagerduty";

    private static final Logger log = LoggerFactory.getLogger(PagerDutyController.class);

    private final WebhookReader reader;
    private final Webhooks webhooks;
    private final PagerDutySettings settings;
    private final PostmortemRequests requests;
    private final Ids ids;

    PagerDutyController(
            WebhookReader reader, Webhooks webhooks, PagerDutySettings settings, PostmortemRequests requests, Ids ids) {
        this.reader = reader;
        this.webhooks = webhooks;
        this.settings = settings;
        this.requests = requests;
        this.ids = ids;
    }

    /** What became of a webhook. Written in kebab-case, as {@link #toString()} says it. */
    enum Outcome {
        /** The incident's postmortem was opened. */
        OPENED,
        /** The incident's postmortem says all that was heard, but what people have changed. */
        FOLLOWED,
        /** It was kept: there is no postmortem that it could change now. */
        KEPT,
        /** Events of this kind tell nothing about an incident. */
        IGNORED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a webhook came to.
     *
     * @param id the incident's postmortem; null where there is none
     */
    record PagerDutyAnswer(Outcome outcome, String id) {}

    /**
     * Takes one webhook, in any order and however often it comes. A resolved incident that ever had a priority which stands for a
     * severity that needs a postmortem opens it; what is heard later corrects it. One that was merged into another opens none: what it
     * was counts for the other. The signature in X-PagerDuty-Signature stands in
     * place of a token.
     */
    @PostMapping(PATH)
    @RolesAllowed(Roles.INTEGRATION)
    PagerDutyAnswer take(@RequestBody JsonNode body) {
        Optional<Webhook> webhook = reader.read(body);
        if (webhook.isEmpty()) {
            return new PagerDutyAnswer(Outcome.IGNORED, null);
        }
        webhooks.keep(webhook.get(), body.toString());
        // What was merged into another incident is part of that one's story from then on.
        return reached(webhook.get().incidentId(), webhooks::targetsOf).stream()
                .map(this::follow)
                .reduce((first, then) -> first.outcome() == Outcome.KEPT ? then : first)
                .orElseThrow();
    }

    private PagerDutyAnswer follow(String incidentId) {
        Set<String> merged = reached(incidentId, webhooks::sourcesOf);
        merged.remove(incidentId);
        AlertAccount account = IncidentMapping.map(
                heardOf(incidentId),
                merged.stream().flatMap(one -> heardOf(one).stream()).toList(),
                settings);
        return account == null ? new PagerDutyAnswer(Outcome.KEPT, null) : follow(incidentId, account);
    }

    private List<Webhook> heardOf(String incidentId) {
        return webhooks.of(incidentId).stream().map(reader::kept).toList();
    }

    /** The incident itself, and all that are reached from it. */
    private static Set<String> reached(String incidentId, Function<String, List<String>> next) {
        Set<String> reached = new LinkedHashSet<>(Set.of(incidentId));
        Deque<String> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            next.apply(ahead.remove()).stream().filter(reached::add).forEach(ahead::add);
        }
        return reached;
    }

    private PagerDutyAnswer follow(String incidentId, AlertAccount account) {
        String id = "pagerduty-" + incidentId;
        // Whoever an integration acts for is not part of what was signed.
        Actor caller = Actors.current();
        Actor actor = new Actor(caller.name(), caller.roles(), null);
        Instruction follow = new Instruction("follow-alert", new FollowAlert(account), null);
        try {
            Answer answer = requests.send(new Request(id, List.of(follow), actor, null, null, null, ids.next()));
            boolean opened = answer.made().stream().anyMatch(made -> made.name().equals(FollowAlert.MADE));
            return new PagerDutyAnswer(opened ? Outcome.OPENED : Outcome.FOLLOWED, id);
        } catch (Refusal refusal) {
            log.debug("What PagerDuty says of the incident {} is kept: {}", incidentId, refusal.getMessage());
            return new PagerDutyAnswer(Outcome.KEPT, null);
        } catch (ConcurrencyException | AggregateStreamCreationException othersCameFirst) {
            // PagerDuty sends it again after a server's error, and not after any other.
            throw new Problem(503, "writers-met", "Others kept changing this postmortem; send it again")
                    .header("Retry-After", "1");
        }
    }
}
