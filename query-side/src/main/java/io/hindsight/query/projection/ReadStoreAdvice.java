package io.hindsight.query.projection;

import com.mongodb.MongoException;
import io.hindsight.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A read store that does not answer is nobody's fault and passes: come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadStoreAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ReadStoreAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> away(MongoException e) {
        LOG.warn("The read store does not answer", e);
        return new Problem(503, "read-store-unavailable", "What is asked for cannot be read just now.")
                .header(HttpHeaders.RETRY_AFTER, "5")
                .answer();
    }
}
