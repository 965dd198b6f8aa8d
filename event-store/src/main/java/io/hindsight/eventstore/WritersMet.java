package io.hindsight.eventstore;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/**
 * Recognises that two writers wanted the same number in a postmortem's history. Axon's own resolver looks for a class of
 * exception that the drivers do not throw for a batch; the SQL state is there in every case.
 */
final class WritersMet implements PersistenceExceptionResolver {

    /** Unique violation; serialization failure, or deadlock on H2; deadlock on PostgreSQL; concurrent update on H2. */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01", "90131");

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                for (SQLException next = failure; next != null; next = next.getNextException()) {
                    if (STATES.contains(next.getSQLState())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
