package io.hindsight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {

    @ParameterizedTest
    @CsvSource({
        "reader, reader",
        "responder, reader responder",
        "coordinator, coordinator reader responder",
        "integration, integration reader responder",
        "support, reader support",
        "manager, manager reader",
        "administrator, administrator reader",
    })
    void a_role_includes_these_and_no_others(String granted, String included) {
        Caller caller = new Caller("ana", Set.of(granted));
        Set<String> has = new TreeSet<>(Roles.ALL);
        has.removeIf(role -> !caller.is(role));
        assertThat(has).containsExactly(included.split(" "));
    }
}
