package io.hindsight.command.web;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.policy.ChangePolicy;
import io.hindsight.command.policy.PolicyRequests;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.http.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Gives a new installation its policy: the commands of a YAML file, as it starts, before anybody is answered, as the caller
 * {@code seed}. Only a policy that nobody has changed is seeded: from then on what people decide holds, and not a file.
 */
@Component
class PolicySeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PolicySeed.class);
    private static final Actor SEED = new Actor("seed", Set.of(), null);

    private final String file;
    private final CommandReader reader;
    private final PolicyRequests requests;
    private final Ids ids;
    private volatile boolean running;

    /** Setting: {@code hindsight.policy} ({@code HINDSIGHT_POLICY}), the file; without it the policy is the default. */
    PolicySeed(@Value("${hindsight.policy:}") String file, CommandReader reader, PolicyRequests requests, Ids ids) {
        this.file = file;
        this.reader = reader;
        this.requests = requests;
        this.ids = ids;
    }

    @Override
    public void start() {
        if (!file.isBlank()) {
            List<ChangePolicy.Instruction> instructions = read(Path.of(file));
            try {
                requests.send(new ChangePolicy(instructions, SEED, Set.of(0L), ids.next()));
            } catch (Refusal changedAlready) {
                LOG.info("The policy has a history already; {} is left aside", file);
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Right before the web takes requests: commands are handled by then, and the follower is there to follow this change too. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    private List<ChangePolicy.Instruction> read(Path path) {
        List<ChangePolicy.Instruction> instructions = new ArrayList<>();
        try {
            JsonNode commands = YAMLMapper.shared().readTree(Files.readString(path));
            if (!(commands instanceof ArrayNode)) {
                throw new IllegalStateException(path + ": a policy file is a list of commands");
            }
            for (JsonNode each : commands) {
                String at = "[" + instructions.size() + "]";
                if (!(each instanceof ObjectNode fields)
                        || !fields.path("command").isString()) {
                    throw new IllegalStateException(path + " " + at + ".command: each names its command");
                }
                String name = fields.remove("command").asString();
                instructions.add(reader.readPolicy(name, fields, at));
            }
        } catch (IOException | JacksonException unreadable) {
            throw new IllegalStateException(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (Problem malformed) {
            throw new IllegalStateException(path + ": " + malformed.document(), malformed);
        }
        return instructions;
    }
}
