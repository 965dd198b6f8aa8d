package io.hindsight.query.dashboard;

import com.mongodb.client.MongoCollection;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Step;
import io.hindsight.query.visibility.Audience;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The numbers of the dashboard, counted as events come: not the postmortems are added up when somebody looks, but the
 * numbers of the few audiences that one belongs to.
 */
@Component
final class DashboardProjection implements Projection {
    static final String NAME = "dashboard";
    private static final int REVISION = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return REVISION;
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        Map<String, List<Step>> byAudience = new LinkedHashMap<>();
        for (Step step : batch.steps()) {
            Set<String> audiences = new HashSet<>(Audience.of(step.after()));
            if (step.before() != null) {
                audiences.addAll(Audience.of(step.before()));
            }
            audiences.forEach(audience -> byAudience
                    .computeIfAbsent(audience, first -> new ArrayList<>())
                    .add(step));
        }
        byAudience.forEach((audience, steps) -> write(collection, audience, steps, token(batch)));
    }

    private static void write(
            MongoCollection<Document> collection, String audience, List<Step> steps, GapAwareTrackingToken end) {
        CounterDocument counted = CounterDocument.read(collection, audience);
        List<Step> news = steps.stream()
                .filter(step -> !step.position().coveredBy(counted.upTo()))
                .toList();
        if (!news.isEmpty()) {
            news.forEach(step -> counted.counts().move(seen(audience, step.before()), seen(audience, step.after())));
            counted.replaceWith(collection, end);
        }
    }

    /** The postmortem, where the audience may know of it; else null. */
    private static PostmortemDocument seen(String audience, PostmortemDocument document) {
        return document != null && Audience.of(document).contains(audience) ? document : null;
    }

    private static GapAwareTrackingToken token(Batch batch) {
        return WrappedToken.unwrap(batch.end(), GapAwareTrackingToken.class)
                .orElseThrow(() -> new IllegalStateException("Not a position of ours: " + batch.end()));
    }
}
