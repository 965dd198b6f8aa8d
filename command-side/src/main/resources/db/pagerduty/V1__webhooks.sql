-- The webhooks of PagerDuty that were heard, each once.
create table pagerduty_webhook (
    id varchar(64) primary key,
    incident_id varchar(64) not null,
    received_at timestamp with time zone not null,
    body varchar(1048576) not null
);

create index pagerduty_webhook_of_incident on pagerduty_webhook (incident_id);
