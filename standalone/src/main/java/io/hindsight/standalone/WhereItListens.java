package io.hindsight.standalone;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says where Hindsight listens once it does, and the first token: on the console only, so that no log file keeps it. */
class WhereItListens {
    @EventListener
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        PrintStream console = System.out;
        if (event.getApplicationContext() instanceof WebServerApplicationContext server) {
            console.printf(
                    "Hindsight listens on http://%s:%d%n",
                    environment.getProperty("server.address"),
                    server.getWebServer().getPort());
        }
        String token = environment.getProperty(DataFolder.FIRST_TOKEN);
        if (token != null) {
            console.printf("The administrator's token, shown this once: %s%n", token);
        }
    }
}
