package io.hindsight.http.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hindsight.http.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KnownTokensTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_file_nobody_is_known() {
        assertThat(new KnownTokens(file(), "").find("anything")).isEmpty();
    }

    @Test
    void a_token_added_while_running_is_known_at_once_and_one_taken_away_soon_is_not() throws IOException {
        KnownTokens tokens = new KnownTokens(file(), "");
        String token = TokenCommand.add(file(), "ana", Set.of(Roles.READER), null);
        assertThat(tokens.find(token)).isPresent();
        TokensFile.write(file(), new TokenList(null));
        await().until(() -> tokens.find(token).isEmpty());
    }

    @Test
    void a_file_taken_away_leaves_nobody_known() throws IOException {
        String token = TokenCommand.add(file(), "ana", Set.of(Roles.READER), null);
        KnownTokens tokens = new KnownTokens(file(), "");
        assertThat(tokens.find(token)).isPresent();
        Files.delete(file());
        await().until(() -> tokens.find(token).isEmpty());
    }

    @Test
    void a_file_that_breaks_while_running_changes_nothing_and_is_complained_of(CapturedOutput log) throws IOException {
        String token = TokenCommand.add(file(), "ana", Set.of(Roles.READER), null);
        KnownTokens tokens = new KnownTokens(file(), "");
        Files.writeString(file(), "tokens: [{name: ana, sha256: 12, roles: [reader]}]");
        await().until(() -> {
            assertThat(tokens.find(token)).isPresent();
            return log.getOut().contains("The 1 tokens known before stay good");
        });
        assertThat(log).contains("the sha256 of ana must be 64 lower-case hex digits");
    }

    @Test
    void a_token_that_is_there_for_two_callers_is_refused(CapturedOutput log) throws IOException {
        String entry = "{name: %s, sha256: " + Token.sha256("same") + ", roles: [reader]}";
        Files.writeString(file(), "tokens: [" + entry.formatted("ana") + ", " + entry.formatted("ben") + "]");
        assertThat(new KnownTokens(file(), "").find("same")).isEmpty();
        assertThat(log).contains("the token of ben is there twice");
    }

    @Test
    void a_misspelt_field_in_the_file_is_refused(CapturedOutput log) throws IOException {
        String entry =
                "{name: ana, sha256: " + Token.sha256("hers") + ", roles: [reader], expire: 2020-01-01T00:00:00Z}";
        Files.writeString(file(), "tokens: [" + entry + "]");
        assertThat(new KnownTokens(file(), "").find("hers")).isEmpty();
        assertThat(log).contains("expire");
    }

    @Test
    void the_administrator_of_the_settings_needs_no_file() {
        KnownTokens tokens = new KnownTokens(file(), "secret");
        assertThat(tokens.find("secret").orElseThrow().roles()).containsExactlyInAnyOrderElementsOf(Roles.ALL);
        assertThat(tokens.find("")).isEmpty();
    }

    @Test
    void an_administrators_token_that_cannot_be_sent_is_refused_at_the_start() {
        assertThatThrownBy(() -> new KnownTokens(file(), "två ord"))
                .hasMessageContaining("HINDSIGHT_ADMIN_TOKEN")
                .hasMessageNotContaining("två");
    }

    private Path file() {
        return folder.resolve("tokens.yml");
    }
}
