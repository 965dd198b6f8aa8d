package io.hindsight.http.callers;

import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2TokenIntrospectionClaimNames;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Tells the resource server whose token it is. An OIDC provider would take this one's place. */
@Component
class TokenIntrospector implements OpaqueTokenIntrospector {
    private final KnownTokens tokens;
    private final Clock clock;

    TokenIntrospector(KnownTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        TokenList.Entry entry =
                tokens.find(token).orElseThrow(() -> new BadOpaqueTokenException("The token is not known."));
        if (entry.expires() != null && !clock.instant().isBefore(entry.expires())) {
            throw new BadOpaqueTokenException("The token has expired.");
        }
        String[] authorities =
                entry.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return new DefaultOAuth2AuthenticatedPrincipal(
                entry.name(),
                Map.of(OAuth2TokenIntrospectionClaimNames.SUB, entry.name()),
                AuthorityUtils.createAuthorityList(authorities));
    }
}
