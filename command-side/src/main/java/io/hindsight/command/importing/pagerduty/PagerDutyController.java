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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    record Taken(Outcome outcome, String id) {}

    /**
     * Takes one webhook, in any order and however often it comes. A resolved incident that ever had a priority which stands for a
     * severity that needs a postmortem opens it; what is heard later corrects it. The signature in X-PagerDuty-Signature stands in
     * place of a token.
     */
    @PostMapping(PATH)
    @RolesAllowed(Roles.INTEGRATION)
    Taken take(@RequestBody JsonNode body) {
        Optional<Webhook> webhook = reader.read(body);
        if (webhook.isEmpty()) {
            return new Taken(Outcome.IGNORED, null);
        }
        webhooks.keep(webhook.get(), body.toString());
        String incidentId = webhook.get().incidentId();
        AlertAccount account = IncidentMapping.map(
                webhooks.of(incidentId).stream().map(reader::kept).toList(), settings);
        return account == null ? new Taken(Outcome.KEPT, null) : follow(incidentId, account);
    }

    private Taken follow(String incidentId, AlertAccount account) {
        String id = "pagerduty-" + incidentId;
        // Whoever an integration acts for is not part of what was signed.
        Actor caller = Actors.current();
        Actor actor = new Actor(caller.name(), caller.roles(), null);
        Instruction follow = new Instruction("follow-alert", new FollowAlert(account), null);
        try {
            Answer answer = requests.send(new Request(id, List.of(follow), actor, null, null, null, ids.next()));
            boolean opened = answer.made().stream().anyMatch(made -> made.name().equals(FollowAlert.MADE));
            return new Taken(opened ? Outcome.OPENED : Outcome.FOLLOWED, id);
        } catch (Refusal refusal) {
            log.debug("What PagerDuty says of the incident {} is kept: {}", incidentId, refusal.getMessage());
            return new Taken(Outcome.KEPT, null);
        } catch (ConcurrencyException | AggregateStreamCreationException othersCameFirst) {
            // PagerDuty sends it again after a server's error, and not after any other.
            throw new Problem(503, "writers-met", "Others kept changing this postmortem; send it again")
                    .header("Retry-After", "1");
        }
    }
}
