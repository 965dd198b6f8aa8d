package io.hindsight.query.dashboard;

import com.mongodb.client.MongoCollection;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Step;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The numbers of the dashboard, counted as events come: nothing is added up when somebody looks. */
@Component
final class DashboardProjection implements Projection {
    static final String NAME = "dashboard";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        CounterDocument counted = CounterDocument.read(collection);
        List<Step> news = batch.steps().stream()
                .filter(step -> !step.position().coveredBy(counted.upTo()))
                .toList();
        if (!news.isEmpty()) {
            news.forEach(step -> counted.counts().move(step.before(), step.after()));
            counted.replaceWith(collection, token(batch));
        }
    }

    private static GapAwareTrackingToken token(Batch batch) {
        return WrappedToken.unwrap(batch.end(), GapAwareTrackingToken.class)
                .orElseThrow(() -> new IllegalStateException("Not a position of ours: " + batch.end()));
    }
}
