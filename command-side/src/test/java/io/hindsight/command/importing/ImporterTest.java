package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hindsight.command.importing.ImportResult.Outcome;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.eventstore.EventPositions;
import java.nio.charset.StandardCharsets;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class ImporterTest {
    private final PostmortemRequests requests = mock(PostmortemRequests.class);

    private final EventPositions positions = mock(EventPositions.class);

    private ImportResult result() {
        byte[] line = Records.json("'severity': 'P1'").getBytes(StandardCharsets.UTF_8);
        return new Importer(
                        new RecordReader(Records.JSON),
                        new ExportReader(ExportReaderTest.bodies()),
                        requests,
                        positions)
                .take(new RecordLines.Line(7, line), null, null, Scenario.COORDINATOR, "correlation");
    }

    @Test
    void a_record_that_could_not_be_stored_is_refused_without_a_word_of_the_inside() {
        when(requests.send(any())).thenThrow(new IllegalStateException("password of the database"));

        ImportResult result = result();
        assertThat(result.line()).isEqualTo(7);
        assertThat(result.sourceId()).isEqualTo("r-1");
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.version()).isNull();
        assertThat(result.notUnderstood()).hasSize(1);
        assertThat(result.problem().getStatus()).isEqualTo(500);
        assertThat(Records.JSON.writeValueAsString(result)).doesNotContain("password");
    }

    @Test
    void a_record_that_other_writers_kept_out_can_be_sent_again() {
        when(requests.send(any())).thenThrow(new ConcurrencyException("others"));

        assertThat(result().problem().getStatus()).isEqualTo(409);
    }

    @Test
    void the_id_of_a_record_is_the_postmortem_s_where_it_can_be_one() {
        assertThat(Importer.postmortemId("rp-0001")).isEqualTo("rp-0001");
        assertThat(Importer.postmortemId("2026/03/01 checkout"))
                .matches("import-[0-9a-f]{32}")
                .isEqualTo(Importer.postmortemId("2026/03/01 checkout"))
                .isNotEqualTo(Importer.postmortemId("2026/03/02 checkout"));
    }
}
