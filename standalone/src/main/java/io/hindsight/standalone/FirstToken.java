package io.hindsight.standalone;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Shows the first token in the start that made it: on the console only, so that no log file keeps it. */
class FirstToken {
    @EventListener
    void ready(ApplicationReadyEvent event) {
        String token = event.getApplicationContext().getEnvironment().getProperty(DataFolder.FIRST_TOKEN);
        if (token != null) {
            System.out.printf("The administrator's token, shown this once: %s%n", token);
        }
    }
}
