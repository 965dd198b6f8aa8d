package io.hindsight.command.importing.slack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A person or bot of {@code users.json}, also one whose account was deleted. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record SlackUser(String id, String name, String realName, Boolean isBot, Profile profile) {

    /** What they call themselves. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Profile(String displayName, String realName) {}

    /** The name that Slack shows. */
    String shownName() {
        Profile known = profile == null ? new Profile(null, null) : profile;
        return firstSaid(known.displayName, known.realName, realName, name, id);
    }

    boolean isProgram() {
        return Boolean.TRUE.equals(isBot);
    }

    /** The first that says something; null where none does. */
    static String firstSaid(String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}
