package io.hindsight.eventstore;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transactions of this JVM that append events, from before they take positions until after their commit or rollback. */
final class AppendsOfThisJvm {

    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** Runs an append, in the transaction that is open already or else in its own. */
    void run(Runnable append) {
        String id = UUID.randomUUID().toString();
        open.add(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    open.remove(id);
                }
            });
            append.run();
        } else {
            try {
                append.run();
            } finally {
                open.remove(id);
            }
        }
    }

    Set<String> open() {
        return Set.copyOf(open);
    }
}
