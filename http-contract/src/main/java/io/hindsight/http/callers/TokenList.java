package io.hindsight.http.callers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hindsight.http.Roles;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the tokens file says, checked: who may call, by the hash of what they show. */
record TokenList(List<Entry> tokens) {

    TokenList {
        tokens = tokens == null ? List.of() : List.copyOf(tokens);
        Set<String> hashes = new HashSet<>();
        for (Entry entry : tokens) {
            if (!hashes.add(entry.sha256())) {
                throw new IllegalArgumentException("the token of " + entry.name() + " is there twice");
            }
        }
    }

    /**
     * One token.
     *
     * @param name the caller's name
     * @param sha256 the SHA-256 of the token in lower-case hex; the token itself is nowhere
     * @param roles at least one of {@link Roles#ALL}
     * @param expires the first instant at which the token is no longer good; null for never
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(String name, String sha256, Set<String> roles, Instant expires) {
        private static final Pattern NAME = Pattern.compile("[!-~]([ -~]{0,98}[!-~])?");
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        Entry {
            if (name == null || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a name must be 1 to 100 printable ASCII characters");
            }
            if (sha256 == null || !SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("the sha256 of " + name + " must be 64 lower-case hex digits");
            }
            if (roles == null || roles.isEmpty()) {
                throw new IllegalArgumentException(name + " must have at least one role");
            }
            roles = new TreeSet<>(roles);
            for (String role : roles) {
                if (!Roles.ALL.contains(role)) {
                    throw new IllegalArgumentException(
                            "there is no role " + role + "; the roles are " + new TreeSet<>(Roles.ALL));
                }
            }
        }
    }
}
