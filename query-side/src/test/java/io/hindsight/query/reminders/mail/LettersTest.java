package io.hindsight.query.reminders.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class LettersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hindsight", "hindsight@", "Hindsight <hindsight@example.org", "a@example.org, b@example.org"
            })
    void a_wrong_sender_is_refused_when_the_application_starts_not_blamed_on_the_recipients(String from) {
        assertThatThrownBy(() -> new Letters(new JavaMailSenderImpl(), from, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hindsight.reminders.mail.from is no address");
    }
}
