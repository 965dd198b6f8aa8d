package io.hindsight.query;

import io.hindsight.eventstore.EventStoreConfiguration;
import io.hindsight.http.HttpContractConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The query side: read models, what fills them from the event store, and the HTTP API that reads them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = QuerySide.class))
@Import({EventStoreConfiguration.class, HttpContractConfiguration.class})
public class QuerySideConfiguration {}
