package io.hindsight.query.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who has which address: a YAML file, {@code people: [{name: ana, address: ana@example.org}]}, read again at each look.
 * A file that cannot be used changes nothing: the addresses known before stay good, and the log says what is wrong.
 * Addresses come from nowhere else: whoever names an owner must not choose where the mail goes.
 */
@Component
public final class Directory {
    private static final Logger log = LoggerFactory.getLogger(Directory.class);
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path file;
    private String read = "";
    private Map<String, String> addresses = Map.of();

    Directory(@Value("${hindsight.directory:${hindsight.data:./data}/directory.yml}") Path file) {
        this.file = file;
    }

    private record People(List<Person> people) {}

    private record Person(String name, String address) {}

    public Optional<String> addressOf(String person) {
        return Optional.ofNullable(addresses().get(person));
    }

    /** The addresses of all who have one, by their names. */
    public synchronized Map<String, String> addresses() {
        look();
        return addresses;
    }

    private void look() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (text.equals(read)) {
                return;
            }
            // Remembered before it is understood: a broken file is complained of once, not at every look.
            read = text;
            addresses = text.isBlank() ? Map.of() : addresses(YAML.readValue(text, People.class));
            log.info("{} people in {}", addresses.size(), file);
        } catch (IOException e) {
            log.error("The directory {} cannot be read; the addresses known before stay good", file, e);
        } catch (JacksonException e) {
            log.error(
                    "The directory {} cannot be used; the addresses known before stay good: {}",
                    file,
                    e.getOriginalMessage());
        }
    }

    private static Map<String, String> addresses(People listed) {
        Map<String, String> addresses = new HashMap<>();
        if (listed != null && listed.people() != null) {
            listed.people().stream()
                    .filter(person -> person.name() != null && person.address() != null)
                    .forEach(person -> addresses.put(person.name(), person.address()));
        }
        return Map.copyOf(addresses);
    }
}
