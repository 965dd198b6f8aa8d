-- Into which incident the one that a webhook tells of was merged; null where it was not.
alter table pagerduty_webhook add column merged_into varchar(64);

create index pagerduty_webhook_of_merged on pagerduty_webhook (merged_into);
