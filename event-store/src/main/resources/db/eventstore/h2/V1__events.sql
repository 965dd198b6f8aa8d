-- The events, in the order of their positions.
-- A text is at most 1,048,576 characters: the longest that H2 keeps in a row; beyond lie LOBs, which are slower.
create table domain_event_entry (
    global_index bigint generated always as identity primary key,
    aggregate_identifier varchar(255) not null,
    sequence_number bigint not null,
    type varchar(64) not null,
    event_identifier varchar(64) not null,
    time_stamp varchar(32) not null,
    payload_type varchar(255) not null,
    payload_revision varchar(32),
    payload varchar(1048576) not null,
    meta_data varchar(1048576) not null,
    constraint event_once_in_its_history unique (aggregate_identifier, sequence_number),
    constraint event_identifier_once unique (event_identifier)
);

-- What an aggregate was at a sequence number: a copy that can be thrown away, never a source.
create table snapshot_event_entry (
    aggregate_identifier varchar(255) not null,
    sequence_number bigint not null,
    type varchar(64) not null,
    event_identifier varchar(64) not null,
    time_stamp varchar(32) not null,
    payload_type varchar(255) not null,
    payload_revision varchar(32),
    payload varchar(1048576) not null,
    meta_data varchar(1048576) not null,
    primary key (aggregate_identifier, sequence_number),
    constraint snapshot_identifier_once unique (event_identifier)
);
