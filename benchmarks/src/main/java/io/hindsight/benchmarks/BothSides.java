package io.hindsight.benchmarks;

import com.mongodb.client.MongoCollection;
import io.hindsight.command.CommandSideConfiguration;
import io.hindsight.query.QuerySideConfiguration;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.Projection;
import org.bson.Document;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both sides, and a projection more that keeps nothing: what the others cost beyond it is their own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class})
class BothSides {
    static final String NOTHING = "nothing";

    @Bean
    Projection nothing() {
        return new Projection() {
            @Override
            public String name() {
                return NOTHING;
            }

            @Override
            public int revision() {
                return 1;
            }

            @Override
            public void write(MongoCollection<Document> collection, Batch batch) {
                // That is the point of it.
            }
        };
    }
}
