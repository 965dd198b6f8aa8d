package io.hindsight.command.policy;

import io.hindsight.command.postmortem.CommandRegistry;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Every command that changes the policy, by its name in the API. */
public final class PolicyCommands {
    private static final Map<String, Class<? extends PolicyCommand>> COMMANDS = new TreeMap<>();

    static {
        Arrays.stream(PolicyCommand.class.getPermittedSubclasses())
                .flatMap(subject -> Arrays.stream(subject.getPermittedSubclasses()))
                .forEach(type -> COMMANDS.put(CommandRegistry.name(type), type.asSubclass(PolicyCommand.class)));
    }

    private PolicyCommands() {}

    /** By name, {@code change-quorum}. */
    public static Map<String, Class<? extends PolicyCommand>> all() {
        return Collections.unmodifiableMap(COMMANDS);
    }
}
