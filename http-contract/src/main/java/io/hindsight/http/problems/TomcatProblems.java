package io.hindsight.http.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers what Tomcat refuses before any filter runs, a request line that is no HTTP for one: with a problem, and without
 * Tomcat's page.
 */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ProblemWriter writer;

    TomcatProblems(ProblemWriter writer, LoggingSystem logging) {
        this.writer = writer;
        // At INFO Tomcat writes a header that is no HTTP into the log, and a token with it.
        logging.setLogLevel("org.apache.coyote.http11", LogLevel.WARN);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // The host adds a valve of this class by itself unless one is there.
                host.setErrorReportValveClass(Report.class.getName());
                host.getPipeline().addValve(new Report(writer));
            }
        });
    }

    private static final class Report extends ErrorReportValve {
        private static final Logger log = LoggerFactory.getLogger(Report.class);

        private final ProblemWriter writer;

        Report(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, Throwable fault) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                writer.write(response.getResponse(), StatusProblem.of(status));
            } catch (IOException | IllegalStateException e) {
                log.debug("The answer {} could not be written", status, e);
            }
        }
    }
}
