package io.hindsight.query;

import io.hindsight.eventstore.EventStoreConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query side: read models, what fills them from the event store, and the HTTP API that reads them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import(EventStoreConfiguration.class)
public class QuerySideConfiguration {}
