package io.hindsight.http;

import java.util.Set;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;

/**
 * The roles a caller can have, and which role includes which. Endpoints name the one they need with
 * {@code @RolesAllowed(Roles.RESPONDER)}; an endpoint that names none is refused to everybody.
 */
public final class Roles {
    /** Reads everything but restricted postmortems. */
    public static final String READER = "reader";
    /** Opens a postmortem, edits its content, reviews. Includes {@link #READER}. */
    public static final String RESPONDER = "responder";
    /** May all that an owner may, of every postmortem. Includes {@link #RESPONDER}. */
    public static final String COORDINATOR = "coordinator";
    /** Records the external message as posted. Includes {@link #READER}. */
    public static final String SUPPORT = "support";
    /** Reviews as management. Includes {@link #READER}. */
    public static final String MANAGER = "manager";
    /** Policy, tokens, rebuilds, dead letters. Includes {@link #READER}. */
    public static final String ADMINISTRATOR = "administrator";
    /** A program that may act on behalf of a person. Includes {@link #RESPONDER}. */
    public static final String INTEGRATION = "integration";

    /** Every role there is. */
    public static final Set<String> ALL =
            Set.of(READER, RESPONDER, COORDINATOR, SUPPORT, MANAGER, ADMINISTRATOR, INTEGRATION);

    /** How a role is written as an authority of Spring Security. */
    static final String AUTHORITY_PREFIX = "ROLE_";

    static final RoleHierarchy HIERARCHY = RoleHierarchyImpl.withRolePrefix(AUTHORITY_PREFIX)
            .role(COORDINATOR)
            .implies(RESPONDER)
            .role(INTEGRATION)
            .implies(RESPONDER)
            .role(RESPONDER)
            .implies(READER)
            .role(MANAGER)
            .implies(READER)
            .role(SUPPORT)
            .implies(READER)
            .role(ADMINISTRATOR)
            .implies(READER)
            .build();

    private Roles() {}
}
