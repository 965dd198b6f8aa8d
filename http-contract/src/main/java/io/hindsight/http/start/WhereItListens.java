package io.hindsight.http.start;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Says where the application listens once it answers: on the console, whatever the log is set to. */
class WhereItListens implements ApplicationListener<ApplicationReadyEvent> {
    private final String name;

    WhereItListens(String name) {
        this.name = name;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext server) {
            boolean tls = Ssl.isEnabled(server.getBean(ServerProperties.class).getSsl());
            System.out.printf(
                    "%s listens on %s://%s:%d%n",
                    name,
                    tls ? "https" : "http",
                    event.getApplicationContext().getEnvironment().getProperty("server.address"),
                    server.getWebServer().getPort());
        }
    }
}
