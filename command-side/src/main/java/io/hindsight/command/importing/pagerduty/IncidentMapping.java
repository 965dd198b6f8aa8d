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
    private final List<Webhook> merged;
    private final PagerDutySettings settings;

    private IncidentMapping(Collection<Webhook> heard, Collection<Webhook> merged, PagerDutySettings settings) {
        this.heard = heard.stream().sorted(Webhook.AS_IT_HAPPENED).toList();
        this.merged = List.copyOf(merged);
        this.settings = settings;
    }

    /**
     * The account; null while the incident was never resolved but by a merge, since there is no postmortem before that: one that was
     * merged goes on as the other one.
     *
     * @param merged what was heard of the incidents that were merged into it: how severe they were, it was
     */
    static AlertAccount map(Collection<Webhook> heard, Collection<Webhook> merged, PagerDutySettings settings) {
        return new IncidentMapping(heard, merged, settings).map();
    }

    private AlertAccount map() {
        if (heard.stream().noneMatch(IncidentMapping::isOver)) {
            return null;
        }
        String incidentId = heard.get(0).incidentId();
        AlertFollowed now = new AlertFollowed(
                SOURCE,
                incidentId,
                heard.size() + merged.size(),
                Limits.line(last(IncidentMapping::title).orElse("PagerDuty incident " + incidentId)),
                last(this::severity).orElse(gravestMerged()),
                createdAt(),
                resolvedAt(),
                services(),
                people());
        String reference = last(webhook -> webhook.data().number())
                .map(number -> "PagerDuty #" + number)
                .orElse("PagerDuty " + incidentId);
        Set<Severity> severities = Stream.concat(ofIncident(this::severity), severitiesOfMerged())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Webhook> told = Stream.concat(heard.stream(), merged.stream().filter(Webhook::isMerge))
                .sorted(Webhook.AS_IT_HAPPENED)
                .toList();
        return new AlertAccount(now, reference, severities, new EntryMapping(told, settings, resolution()).entries());
    }

    private Stream<Severity> severitiesOfMerged() {
        return merged.stream().filter(Webhook::isOfIncident).map(this::severity).filter(Objects::nonNull);
    }

    private Severity gravestMerged() {
        return severitiesOfMerged().min(Comparator.naturalOrder()).orElse(null);
    }

    /** Whether it tells that the incident was resolved, and did not just become part of another one. */
    private static boolean isOver(Webhook webhook) {
        return is(webhook, "resolved") && !webhook.isMerge();
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
                .filter(webhook -> isOver(webhook) || is(webhook, "reopened"))
                .reduce((before, after) -> after)
                .filter(IncidentMapping::isOver)
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
