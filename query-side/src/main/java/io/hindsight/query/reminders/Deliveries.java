package io.hindsight.query.reminders;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.hindsight.http.Caller;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.Audience;
import io.hindsight.query.visibility.View;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The queues, one a channel, in a collection of MongoDB that is no read model: no rebuild touches it, and what was sent
 * stays in it for as long as it could be found due again. Every change is on the disk before anything goes by it.
 */
public final class Deliveries {
    /** Much longer than a deadline can be reminded of. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final List<String> ENDED =
            List.of(DeliveryState.SENT.toString(), DeliveryState.OBSOLETE.toString(), DeliveryState.FAILED.toString());

    private static final Bson NOT_OBSOLETE = Filters.ne("state", DeliveryState.OBSOLETE.toString());
    private static final Bson SENT = Filters.eq("state", DeliveryState.SENT.toString());
    private static final Bson NOT_SENT = Filters.ne("state", DeliveryState.SENT.toString());

    private final MongoCollection<Document> collection;

    Deliveries(MongoDatabase database) {
        collection = database.getCollection("reminders").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Makes the indexes; again and again does no harm. */
    void prepare() {
        collection.createIndexes(List.of(
                new IndexModel(Indexes.ascending("channel", "state", "nextAttemptAt", "_id")),
                new IndexModel(Indexes.ascending("channel", "to"))));
    }

    /** Adds those that never were there, and queues again those that were found obsolete and are due all the same. */
    void addMissing(Collection<Delivery> deliveries) {
        Set<String> known = known(deliveries.stream().map(Delivery::id).toList());
        List<Delivery> missing = deliveries.stream()
                .filter(delivery -> !known.contains(delivery.id()))
                .toList();
        missing.forEach(this::requeueObsolete);
        GuardedWrites.insertMissing(
                collection,
                missing.stream()
                        .map(delivery -> ViewJson.toBson(delivery)
                                .append("_id", delivery.id())
                                .append(Audience.FIELD, List.of(Audience.ADMINISTRATORS)))
                        .toList());
    }

    private void requeueObsolete(Delivery due) {
        Bson anew = Updates.combine(
                queuedAnew(due.nextAttemptAt()),
                // A digest of the same day may have other news.
                Updates.set("reminders", ViewJson.toBson(due).get("reminders")));
        collection.updateOne(
                Filters.and(Filters.eq("_id", due.id()), Filters.eq("state", DeliveryState.OBSOLETE.toString())),
                due.possibleDuplicate() ? Updates.combine(anew, Updates.set("possibleDuplicate", true)) : anew);
    }

    /** Which of these there are; one that was found obsolete is none. */
    public Set<String> known(Collection<String> ids) {
        return collection
                .find(Filters.and(Filters.in("_id", ids), NOT_OBSOLETE))
                .projection(Projections.include("_id"))
                .map(stored -> stored.getString("_id"))
                .into(new HashSet<>());
    }

    /** What a person was told by a channel. */
    public Set<Reminder> toldTo(String channel, String person) {
        return reminders(to(channel, person), SENT);
    }

    /** What a person may have been told by a channel, by attempts that nobody knows of whether they arrived. */
    public Set<Reminder> maybeToldTo(String channel, String person) {
        return reminders(to(channel, person), Filters.eq("possibleDuplicate", true), NOT_SENT);
    }

    private Set<Reminder> reminders(Bson... which) {
        Set<Reminder> reminders = new HashSet<>();
        collection
                .find(Filters.and(which))
                .map(Deliveries::delivery)
                .forEach(delivery -> reminders.addAll(delivery.reminders()));
        return reminders;
    }

    /** The digests of days before this one that are still to be sent. */
    public List<Delivery> queuedBefore(String channel, LocalDate day) {
        return collection
                .find(Filters.and(inState(channel, DeliveryState.QUEUED), Filters.lt("day", day.toString())))
                .map(Deliveries::delivery)
                .into(new ArrayList<>());
    }

    /** Whether there is a digest of a later day, which tells of what is left of this one. */
    public boolean isFollowed(Delivery digest) {
        Bson later = Filters.gt("day", digest.day().toString());
        return collection
                        .find(Filters.and(to(digest.channel(), digest.to()), later, NOT_OBSOLETE))
                        .first()
                != null;
    }

    private static Bson to(String channel, String person) {
        return Filters.and(Filters.eq("channel", channel), Filters.eq("to", person));
    }

    /** Takes the next one that is to be attempted. */
    Optional<Delivery> next(String channel, Instant now) {
        return Optional.ofNullable(collection.findOneAndUpdate(
                        Filters.and(
                                inState(channel, DeliveryState.QUEUED), Filters.lte("nextAttemptAt", Date.from(now))),
                        Updates.combine(
                                Updates.set("state", DeliveryState.SENDING.toString()), Updates.inc("attempts", 1)),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("nextAttemptAt", "_id"))
                                .returnDocument(ReturnDocument.AFTER)))
                .map(Deliveries::delivery);
    }

    /** Queues again what was being attempted when whoever did it ended; only the one who has the queue to itself may know. */
    void requeueAbandoned(String channel, Instant now) {
        collection.updateMany(
                inState(channel, DeliveryState.SENDING),
                Updates.combine(
                        Updates.set("state", DeliveryState.QUEUED.toString()),
                        Updates.set("possibleDuplicate", true),
                        Updates.set("nextAttemptAt", Date.from(now))));
    }

    /** The channels that something waits for. */
    Set<String> channelsWaitedFor() {
        return collection
                .distinct("channel", Filters.nin("state", ENDED), String.class)
                .into(new HashSet<>());
    }

    /** Ends what waits for a channel; only the one who has the queue to itself may. */
    void endWaiting(String channel, Instant now) {
        collection.updateMany(
                Filters.and(Filters.eq("channel", channel), Filters.nin("state", ENDED)),
                Updates.combine(
                        Updates.set("state", DeliveryState.OBSOLETE.toString()),
                        Updates.set("endedAt", Date.from(now))));
    }

    void ended(Delivery attempted, DeliveryState state, Instant now) {
        change(attempted, Updates.set("state", state.toString()), Updates.set("endedAt", Date.from(now)));
    }

    void failed(Delivery attempted, Unsent why, Instant now) {
        change(
                attempted,
                Updates.set("state", DeliveryState.FAILED.toString()),
                Updates.set("lastError", why.getMessage()),
                Updates.set("possibleDuplicate", attempted.possibleDuplicate() || why.maybeReceived()),
                Updates.set("endedAt", Date.from(now)));
    }

    void retryAt(Delivery attempted, Unsent why, Instant next) {
        change(
                attempted,
                Updates.set("state", DeliveryState.QUEUED.toString()),
                Updates.set("lastError", why.getMessage()),
                Updates.set("possibleDuplicate", attempted.possibleDuplicate() || why.maybeReceived()),
                Updates.set("nextAttemptAt", Date.from(next)));
    }

    /** Only of the attempt that was taken: a process that was frozen does not know that another took over. */
    private void change(Delivery attempted, Bson... updates) {
        collection.updateOne(
                Filters.and(
                        Filters.eq("_id", attempted.id()),
                        Filters.eq("state", DeliveryState.SENDING.toString()),
                        Filters.eq("attempts", attempted.attempts())),
                Updates.combine(updates));
    }

    /** Queues again what was given up, its attempts counted anew; false where there is no such delivery. */
    boolean retry(String id, Instant now) {
        return collection
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", id), Filters.eq("state", DeliveryState.FAILED.toString())),
                                queuedAnew(now))
                        .getMatchedCount()
                == 1;
    }

    private static Bson queuedAnew(Instant now) {
        return Updates.combine(
                Updates.set("state", DeliveryState.QUEUED.toString()),
                Updates.set("attempts", 0),
                Updates.set("nextAttemptAt", Date.from(now)),
                Updates.unset("endedAt"));
    }

    Optional<Delivery> find(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(Deliveries::delivery);
    }

    /** Forgets what ended long ago. */
    void sweep(Instant now) {
        collection.deleteMany(
                Filters.and(Filters.in("state", ENDED), Filters.lt("createdAt", Date.from(now.minus(KEPT)))));
    }

    View asSeenBy(Caller caller) {
        return new View(collection, caller);
    }

    static Delivery delivery(Document stored) {
        return ViewJson.fromBson(stored, Delivery.class);
    }

    private static Bson inState(String channel, DeliveryState state) {
        return Filters.and(Filters.eq("channel", channel), Filters.eq("state", state.toString()));
    }
}
