package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.http.Caller;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.query.visibility.View;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.bson.Document;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives an endpoint its {@link ReadPoint}. Waits while a read model that the endpoint uses does not include
 * {@code Min-Event-Position} yet: 5 s, or what {@code Prefer: wait=N} says, up to 30; then {@code 503}
 * {@code read-model-behind}. Says in {@code Event-Position} what the answer includes.
 */
final class ReadPointResolver implements HandlerMethodArgumentResolver {
    static final String MIN_EVENT_POSITION = "Min-Event-Position";
    static final String EVENT_POSITION = "Event-Position";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_PATIENCE_SECONDS = 30;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,9})(?:$|[,;\\s])");

    private final ReadModels models;

    ReadPointResolver(ReadModels models) {
        this.models = models;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ReadPoint.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders)
            throws InterruptedException {
        EventPosition least = least(request.getHeader(MIN_EVENT_POSITION));
        long end = System.nanoTime() + patience(request.getHeader("Prefer")).toNanos();
        Caller caller = Caller.current();
        Map<String, View> views = new LinkedHashMap<>();
        long included = Long.MAX_VALUE;
        for (String name : parameter.getParameterAnnotation(ReadsFrom.class).value()) {
            Included view = await(name, least, end);
            views.put(name, new View(view.collection(), caller));
            included = Math.min(included, includedIn(view.position()));
        }
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        response.setHeader(EVENT_POSITION, new EventPosition(included).toString());
        // Whoever keeps an answer asks again whether it still holds: that is what the ETag is for.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return new ReadPoint(views);
    }

    private record Included(MongoCollection<Document> collection, TrackingToken position) {}

    private Included await(String name, EventPosition least, long end) throws InterruptedException {
        while (true) {
            // Anew each time: a rebuild may have put another generation in the place of the one that was waited for.
            ProjectionProcessor live =
                    models.live(name).orElseThrow(() -> behind("The read models are not there yet."));
            Optional<TrackingToken> position = live.positionWith(least);
            if (position.isPresent() || least.index() == 0) {
                return new Included(live.collection(), position.orElse(null));
            }
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                throw behind("The read model %s does not include that change yet.".formatted(name));
            }
            live.await(least, left);
        }
    }

    private static EventPosition least(String header) {
        if (header == null) {
            return new EventPosition(0);
        }
        try {
            return EventPosition.parse(header);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "invalid-header", "A header cannot be taken: see the violations.")
                    .violation(Violation.ofField(
                            MIN_EVENT_POSITION, "takes what a command's answer says in " + EVENT_POSITION));
        }
    }

    /** As RFC 7240 has it, a preference that cannot be followed is passed over. */
    private static Duration patience(String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), MOST_PATIENCE_SECONDS))
                : PATIENCE;
    }

    /** The last point of which it is certain that everything up to it is included. */
    private static long includedIn(TrackingToken token) {
        return WrappedToken.unwrap(token, GapAwareTrackingToken.class)
                .map(read -> read.hasGaps() ? read.getGaps().first() - 1 : read.getIndex())
                .map(index -> Math.max(0, index))
                .orElse(0L);
    }

    private static Problem behind(String detail) {
        return new Problem(503, "read-model-behind", detail).header(HttpHeaders.RETRY_AFTER, "1");
    }
}
