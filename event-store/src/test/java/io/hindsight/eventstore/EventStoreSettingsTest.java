package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class EventStoreSettingsTest {

    private final MockEnvironment properties = new MockEnvironment();

    @Test
    void without_a_url_the_events_are_in_an_h2_file_in_the_data_folder() {
        properties.setProperty("hindsight.data", "/var/lib/hindsight");
        EventStoreSettings settings = EventStoreSettings.from(properties);
        assertThat(settings.url()).startsWith("jdbc:h2:file:/var/lib/hindsight/events;");
        assertThat(settings.sync()).isTrue();
    }

    @Test
    void h2_writes_what_it_acknowledges_unless_told_otherwise() {
        properties.setProperty("hindsight.event-store.url", "jdbc:h2:file:/x/events");
        assertThat(EventStoreSettings.from(properties).url()).endsWith(";WRITE_DELAY=0");
        properties.setProperty("hindsight.event-store.url", "jdbc:h2:file:/x/events;write_delay=100");
        assertThat(EventStoreSettings.from(properties).url()).endsWith(";write_delay=100");
    }

    @Test
    void one_environment_variable_is_enough_for_postgresql() {
        // Spring finds HINDSIGHT_EVENT_STORE under this name.
        properties.setProperty("hindsight.event-store", "jdbc:postgresql://db/events?user=hindsight");
        EventStoreSettings settings = EventStoreSettings.from(properties);
        assertThat(settings.isPostgres()).isTrue();
        assertThat(settings.url()).isEqualTo("jdbc:postgresql://db/events?user=hindsight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/events?password=secret",
                "jdbc:h2:tcp://db/events",
                "jdbc:h2:ssl://db/events",
                "jdbc:h2:file:/x/events;AUTO_SERVER=TRUE"
            })
    void what_would_not_work_is_refused_in_words_and_without_the_password(String url) {
        properties.setProperty("hindsight.event-store.url", url);
        assertThatThrownBy(() -> EventStoreSettings.from(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hindsight.event-store.url")
                .hasMessageNotContaining("secret");
    }
}
