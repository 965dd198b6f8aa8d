package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.query.Events;
import io.hindsight.query.Gate;
import io.hindsight.query.WebTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectionsControllerTest extends WebTest {
    private static final String PROJECTIONS = "/api/admin/projections";
    private static final int POSTMORTEMS = 100;

    @Autowired
    private Gate gate;

    @Test
    void readers_and_writers_notice_nothing_of_a_rebuild() {
        for (int i = 0; i < POSTMORTEMS; i++) {
            append(
                    "rebuilt-" + i,
                    Events.opened(),
                    new PostmortemRetagged(List.of("rebuilt")),
                    Events.item("a1", "xena"));
        }
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; !over.get(); i++) {
                append("rebuilt-" + i % POSTMORTEMS, new PostmortemRetitled("Title " + i));
            }
        });
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                check(wrong, "/api/postmortems?tag=rebuilt&size=200", "$.items.length()");
                check(wrong, "/api/action-items?owner=xena&size=200", "$.items.length()");
                check(wrong, "/api/dashboard", "$.open.total");
                check(wrong, "/api/history?size=200", "$.items.length()");
                check(wrong, "/api/postmortems/rebuilt-7", "$.version");
                reads.incrementAndGet();
            }
        });
        try {
            List<String> names = at(send("GET", PROJECTIONS), "$.items[*].name");
            assertThat(names).contains("document", "board", "obligations", "action-items", "history", "dashboard");
            for (String name : names) {
                HttpResponse<String> begun = send("POST", PROJECTIONS + "/" + name + "/rebuilds");
                assertThat(begun.statusCode()).isEqualTo(202);
                awaitDone(begun.headers().firstValue("Location").orElseThrow());
            }
            int before = reads.get();
            await().until(() -> reads.get() > before);
        } finally {
            over.set(true);
            writer.join();
            reader.join();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_rebuild_shows_how_it_does_refuses_a_second_one_and_can_be_cancelled() {
        append("gate-1", Events.opened());
        String live = live();
        gate.close(collection -> !collection.equals(live));
        HttpResponse<String> begun = send("POST", PROJECTIONS + "/gate/rebuilds");
        String rebuild = begun.headers().firstValue("Location").orElseThrow();
        await().untilAsserted(() -> {
            HttpResponse<String> status = send("GET", rebuild);
            assertThat(WebTest.<String>at(status, "$.state")).isEqualTo("running");
            assertThat(status.body()).contains("The gate is closed");
            assertThat(WebTest.<Integer>at(status, "$.percent")).isLessThan(100);
        });

        HttpResponse<String> second = send("POST", PROJECTIONS + "/gate/rebuilds");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(WebTest.<String>at(second, "$.code")).isEqualTo("rebuild-under-way");

        assertThat(send("DELETE", rebuild).statusCode()).isEqualTo(204);
        assertThat(WebTest.<String>at(send("GET", rebuild), "$.state")).isEqualTo("cancelled");
        gate.open();
    }

    @Test
    void what_is_not_there_is_404() {
        assertThat(send("POST", PROJECTIONS + "/nothing/rebuilds").statusCode()).isEqualTo(404);
        assertThat(send("GET", PROJECTIONS + "/board/rebuilds/nothing").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", PROJECTIONS + "/board/rebuilds/nothing").statusCode())
                .isEqualTo(404);
    }

    private void awaitDone(String rebuild) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            HttpResponse<String> status = send("GET", rebuild);
            assertThat(WebTest.<String>at(status, "$.state")).isEqualTo("done");
            assertThat(WebTest.<Integer>at(status, "$.percent")).isEqualTo(100);
        });
    }

    private String live() {
        List<Integer> generation = at(send("GET", PROJECTIONS), "$.items[?(@.name == 'gate')].generation");
        return Gate.NAME + "_" + generation.get(0);
    }

    /** Every answer is there, and has no less in it than before the rebuild began. */
    private void check(Queue<String> wrong, String path, String count) {
        HttpResponse<String> answer = get(path);
        int least = path.endsWith("rebuilt-7") ? 3 : POSTMORTEMS;
        if (answer.statusCode() != 200 || WebTest.<Integer>at(answer, count) < least) {
            wrong.add(path + " " + answer.statusCode() + " " + answer.body());
        }
    }
}
