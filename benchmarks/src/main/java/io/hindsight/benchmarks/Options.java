package io.hindsight.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What stands behind the benchmark's name on the command line: {@code --name value}, each at most once. */
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException for a name that is not among those known, or that lacks its value */
    Options(List<String> arguments, Set<String> known) {
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || !known.contains(name.substring(2))) {
                throw new IllegalArgumentException("There is no option " + name + "; there are " + known);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("The option " + name + " needs a value");
            }
            values.put(name.substring(2), arguments.get(i + 1));
        }
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }

    List<Integer> numbers(String name, String otherwise) {
        return Stream.of(text(name, otherwise).split(",")).map(Integer::valueOf).toList();
    }

    Path path(String name, String otherwise) {
        return Path.of(text(name, otherwise));
    }
}
