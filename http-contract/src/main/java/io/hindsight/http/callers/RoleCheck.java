package io.hindsight.http.callers;

import io.hindsight.http.Caller;
import io.hindsight.http.OnBehalfOf;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds every endpoint to its {@link RolesAllowed}, before a parameter or the body is looked at, so that a caller who may
 * not is told nothing about the request. An endpoint of ours that declares no role is refused to everybody.
 */
class RoleCheck implements HandlerInterceptor {
    private static final String OURS = "io.hindsight.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A library's own page (the OpenAPI description) declares nothing: any known caller may read it.
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            checkRole(method);
            takeOnBehalfOf(request);
        }
        return true;
    }

    private static void checkRole(HandlerMethod method) {
        RolesAllowed allowed = method.getMethodAnnotation(RolesAllowed.class);
        if (allowed == null) {
            throw new Problem(403, "not-allowed", "Nobody may call this: it declares no role.");
        }
        Caller caller = Caller.current();
        if (Arrays.stream(allowed.value()).noneMatch(caller::is)) {
            throw missing(String.join(" or ", allowed.value()));
        }
    }

    private static void takeOnBehalfOf(HttpServletRequest request) {
        String person = request.getHeader(OnBehalfOf.HEADER);
        if (person == null) {
            return;
        }
        if (!Caller.current().is(Roles.INTEGRATION)) {
            throw missing(Roles.INTEGRATION);
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AbstractAuthenticationToken token) {
            token.setDetails(new OnBehalfOf(person));
        }
    }

    private static Problem missing(String role) {
        return new Problem(403, "not-allowed", "This needs the role " + role + ".").with("missingRole", role);
    }
}
