package io.hindsight.query.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.http.Caller;
import io.hindsight.http.Roles;
import io.hindsight.query.Events;
import io.hindsight.query.Mongo;
import io.hindsight.query.fold.PostmortemDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewTest {
    private final Mongo mongo = new Mongo();
    private final MongoCollection<Document> collection = mongo.collection("rows_1");

    @AfterEach
    void close() {
        mongo.close();
    }

    private void rows() {
        row("open", Events.folded(Events.opened()));
        row("of-ana", restrictedTo("ana"));
        row("of-bot-and-ana", restrictedTo("bot", "ana"));
        row("of-nobody", restrictedTo());
    }

    @Test
    void everybody_sees_what_is_open_and_people_what_names_them() {
        rows();

        assertThat(seen(caller("ben", Roles.COORDINATOR))).containsExactly("open");
        assertThat(seen(caller("ana", Roles.READER))).containsExactly("of-ana", "of-bot-and-ana", "open");
    }

    @Test
    void an_administrator_sees_all() {
        rows();

        assertThat(seen(caller("adam", Roles.ADMINISTRATOR)))
                .containsExactly("of-ana", "of-bot-and-ana", "of-nobody", "open");
    }

    @Test
    void who_acts_for_somebody_else_sees_what_both_may_see() {
        rows();

        assertThat(seen(new Caller("bot", Set.of(Roles.INTEGRATION), Optional.of("ana"))))
                .containsExactly("of-bot-and-ana", "open");
        assertThat(seen(new Caller("bot", Set.of(Roles.INTEGRATION), Optional.of("ben"))))
                .containsExactly("open");
        assertThat(seen(new Caller("other-bot", Set.of(Roles.INTEGRATION), Optional.of("ana"))))
                .containsExactly("open");
    }

    @Test
    void nobody_is_called_so_that_they_see_more() {
        rows();

        assertThat(seen(caller("administrators", Roles.READER))).containsExactly("open");
        row("of-everybody-by-name", restrictedTo("everybody"));
        assertThat(seen(caller("ben", Roles.READER))).containsExactly("open");
    }

    @Test
    void a_row_that_does_not_say_who_may_see_it_is_seen_by_nobody() {
        collection.insertOne(new Document("_id", "forgotten"));

        assertThat(seen(caller("adam", Roles.ADMINISTRATOR))).isEmpty();
    }

    /** By every way there is to look, which agree. */
    private List<String> seen(Caller caller) {
        View view = new View(collection, caller);
        List<String> all = new ArrayList<>();
        collection.find().forEach(row -> all.add(row.getString("_id")));
        List<String> found = ids(view.find(Filters.empty()).into(new ArrayList<>()));

        assertThat(ids(view.get(all))).isEqualTo(found);
        assertThat(all.stream().filter(id -> view.get(id).isPresent()).sorted()).isEqualTo(found);
        assertThat(ids(view.aggregate(Filters.empty(), Aggregates.limit(10)).into(new ArrayList<>())))
                .isEqualTo(found);
        return found;
    }

    private static List<String> ids(List<Document> rows) {
        return rows.stream().map(row -> row.getString("_id")).sorted().toList();
    }

    private void row(String id, PostmortemDocument document) {
        collection.insertOne(new Document("_id", id).append(Audience.FIELD, Audience.of(document)));
    }

    private static PostmortemDocument restrictedTo(String... people) {
        return Events.folded(Events.opened(), new PostmortemRestricted(List.of(people)));
    }

    private static Caller caller(String name, String role) {
        return new Caller(name, Set.of(role));
    }
}
