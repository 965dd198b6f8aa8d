package io.hindsight.query.projection;

import io.hindsight.query.visibility.View;
import java.util.Map;

/**
 * What one request reads: of each projection the generation that was live when the request came, and that includes the
 * point the request asked for ({@code Min-Event-Position}), as its caller may see it. A parameter of every endpoint that
 * reads.
 */
public final class ReadPoint {
    private final Map<String, View> views;

    public ReadPoint(Map<String, View> views) {
        this.views = Map.copyOf(views);
    }

    /** One of the projections that {@link ReadsFrom} names. */
    public View of(String projection) {
        View view = views.get(projection);
        if (view == null) {
            throw new IllegalArgumentException("@ReadsFrom does not name " + projection);
        }
        return view;
    }
}
