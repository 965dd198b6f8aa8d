package io.hindsight.http.requests;

import io.hindsight.http.UnlimitedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses by its {@code Content-Length} a body that is too long, also where no handler would read it. */
class DeclaredBodyLimit implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean unlimited = handler instanceof HandlerMethod method && method.hasMethodAnnotation(UnlimitedBody.class);
        if (!unlimited && request.getContentLengthLong() > BodyCheck.LIMIT) {
            throw BodyCheck.tooLarge();
        }
        return true;
    }
}
