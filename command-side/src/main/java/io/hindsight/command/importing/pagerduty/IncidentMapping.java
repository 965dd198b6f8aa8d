package io.hindsight.command.importing.pagerduty;

import io.hindsight.command.alert.AlertAccount;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.importing.pagerduty.Webhook.Reference;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that was heard of one incident, as one account. It is made anew from all of it each time, in the order in which it
 * happened: so nothing hangs on the order in which it was heard, and nothing on what was heard twice.
 */
final class IncidentMapping {
    private static final String SOURCE = PagerDutySignature.CALLER;

    private final List<Webhook> heard;
    private final PagerDutySettings settings;

    private IncidentMapping(Collection<Webhook> heard, PagerDutySettings settings) {
        this.heard = heard.stream().sorted(Webhook.AS_IT_HAPPENED).toList();
        this.settings = settings;
    }

    /** The account; null while the incident was never resolved, since there is no postmortem before that. */
    static AlertAccount map(Collection<Webhook> heard, PagerDutySettings settings) {
        return new IncidentMapping(heard, settings).map();
    }

    private AlertAccount map() {
        if (heard.stream().noneMatch(webhook -> is(webhook, "resolved"))) {
            return null;
        }
        String incidentId = heard.get(0).incidentId();
        AlertFollowed now = new AlertFollowed(
                SOURCE,
                incidentId,
                heard.size(),
                Limits.line(last(IncidentMapping::title).orElse("PagerDuty incident " + incidentId)),
                last(this::severity).orElse(null),
                createdAt(),
                resolvedAt(),
                services(),
                people());
        String reference = last(webhook -> webhook.data().number())
                .map(number -> "PagerDuty #" + number)
                .orElse("PagerDuty " + incidentId);
        Set<Severity> severities =
                ofIncident(this::severity).filter(Objects::nonNull).collect(Collectors.toSet());
        return new AlertAccount(now, reference, severities, new EntryMapping(heard, settings, resolution()).entries());
    }

    private static String title(Webhook webhook) {
        String title = webhook.data().title();
        return title == null || title.isBlank() ? null : title;
    }

    private Severity severity(Webhook webhook) {
        return settings.severityOf(webhook.priority());
    }

    /** When the incident came to be there; what began earlier, people know. */
    private OffsetDateTime createdAt() {
        return ofIncident(webhook -> Webhook.utc(webhook.data().createdAt()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private OffsetDateTime resolvedAt() {
        return resolution() == null ? null : resolution().at();
    }

    /** The resolution that holds; null where the incident was reopened after the last one. */
    private Webhook resolution() {
        return heard.stream()
                .filter(webhook -> is(webhook, "resolved") || is(webhook, "reopened"))
                .reduce((before, after) -> after)
                .filter(webhook -> is(webhook, "resolved"))
                .orElse(null);
    }

    private List<String> services() {
        return ofIncident(webhook -> webhook.data().service())
                .filter(Objects::nonNull)
                .map(service -> Limits.cut(service.called(), Limits.NAME))
                .distinct()
                .limit(Limits.LIST)
                .toList();
    }

    /** Whoever was assigned to it or did something about it. */
    private List<String> people() {
        Set<String> people = new LinkedHashSet<>();
        for (Webhook webhook : heard) {
            if (webhook.agent() != null
                    && "user_reference".equals(webhook.agent().type())) {
                people.add(person(webhook.agent(), settings));
            }
            webhook.assignees().forEach(one -> people.add(person(one, settings)));
        }
        return List.copyOf(people);
    }

    static String person(Reference user, PagerDutySettings settings) {
        String known = user.id() == null ? null : settings.people().get(user.id());
        return Limits.cut(known == null ? user.called() : known, Limits.NAME);
    }

    static boolean is(Webhook webhook, String event) {
        return webhook.eventType().equals("incident." + event);
    }

    private <T> Stream<T> ofIncident(Function<Webhook, T> what) {
        return heard.stream().filter(Webhook::isOfIncident).map(what);
    }

    /** The last that was said of it. */
    private <T> Optional<T> last(Function<Webhook, T> what) {
        return ofIncident(what).filter(Objects::nonNull).reduce((before, after) -> after);
    }
}
