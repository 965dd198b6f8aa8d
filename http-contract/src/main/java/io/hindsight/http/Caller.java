package io.hindsight.http;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who sent the request.
 *
 * @param name the caller's name, as the token or the subject claim gives it; never of the person an integration acts for
 * @param roles the roles as they were granted, without those they include: ask {@link #is(String)}
 * @param onBehalfOf the person an integration acts for; only an integration ever has one
 */
public record Caller(String name, Set<String> roles, Optional<String> onBehalfOf) {
    /** Copies the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A caller who acts for nobody else. */
    public Caller(String name, Set<String> roles) {
        this(name, roles, Optional.empty());
    }

    /**
     * The caller of the request that this thread answers.
     *
     * @throws IllegalStateException when the thread answers no request, or one of nobody known
     */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new IllegalStateException("There is no caller on this thread");
        }
        Set<String> roles = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(Roles.AUTHORITY_PREFIX))
                .map(authority -> authority.substring(Roles.AUTHORITY_PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
        Optional<String> person = authentication.getDetails() instanceof OnBehalfOf other
                ? Optional.of(other.person())
                : Optional.empty();
        return new Caller(authentication.getName(), roles, person);
    }

    /** Whether the caller has the role, by itself or included in another one. */
    public boolean is(String role) {
        String[] granted =
                roles.stream().map(each -> Roles.AUTHORITY_PREFIX + each).toArray(String[]::new);
        return Roles.HIERARCHY.getReachableGrantedAuthorities(AuthorityUtils.createAuthorityList(granted)).stream()
                .anyMatch(authority -> (Roles.AUTHORITY_PREFIX + role).equals(authority.getAuthority()));
    }
}
