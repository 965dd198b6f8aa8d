package io.hindsight.command.importing.slack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A channel of {@code channels.json}.
 *
 * @param id null where only the name is known; no link to a message can be made then
 * @param name the id where only that is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SlackChannel(String id, String name) {
    SlackChannel {
        id = id == null || id.isBlank() ? null : id;
        name = name == null || name.isBlank() ? id : name;
    }

    /** The channel that somebody names, by either. */
    static SlackChannel named(String idOrName) {
        String given = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
        return given.matches("[CDG][A-Z0-9]{7,20}") ? new SlackChannel(given, given) : new SlackChannel(null, given);
    }

    boolean isCalled(String idOrName) {
        SlackChannel given = named(idOrName);
        return given.name != null && (given.name.equals(id) || given.name.equals(name));
    }

    /** What tells it from other channels. */
    String key() {
        return id == null ? name : id;
    }
}
