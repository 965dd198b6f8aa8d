package io.hindsight.http.callers;

import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.http.SignedRequests;
import io.hindsight.http.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a signature in place of a token, on the one path that its {@link SignedRequests} name. A token does not do there: what is
 * said there is done as the caller of the signature, who may do what no role of a token's may.
 */
final class SignatureFilter extends OncePerRequestFilter {
    private static final int LONGEST = 1024 * 1024;

    private final SignedRequests signed;
    private final ProblemWriter writer;
    private final RequestMatcher path;

    SignatureFilter(SignedRequests signed, ProblemWriter writer) {
        this.signed = signed;
        this.writer = writer;
        path = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, signed.path());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!path.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        String signature = request.getHeader(signed.header());
        if (signature == null) {
            refuse(response, "Sign the request: " + signed.header() + " has to be " + signed.rightSignature() + ".");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            writer.write(response, new Problem(413, "body-too-large", "A body may be 1 MiB long."));
        } else if (!signed.isSigned(signature, body)) {
            refuse(
                    response,
                    "The signature in " + signed.header() + " is not right: it has to be " + signed.rightSignature()
                            + ".");
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                    signed.caller(), null, AuthorityUtils.createAuthorityList("ROLE_" + Roles.INTEGRATION)));
            SecurityContextHolder.setContext(context);
            chain.doFilter(new WithBody(request, body), response);
        }
    }

    private void refuse(HttpServletResponse response, String detail) throws IOException {
        writer.write(response, new Problem(401, "unauthenticated", detail).header("WWW-Authenticate", "Bearer"));
    }

    /** The request with the body that was read to check it. */
    private static final class WithBody extends HttpServletRequestWrapper {
        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Body(new ByteArrayInputStream(body));
        }
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is read already");
        }
    }
}
