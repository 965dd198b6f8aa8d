-- The events, in the order of their positions. Ids are compared byte by byte: collation "C" is the cheapest index.
create table domain_event_entry (
    global_index bigint generated always as identity primary key,
    aggregate_identifier varchar(255) collate "C" not null,
    sequence_number bigint not null,
    type varchar(64) not null,
    event_identifier varchar(64) collate "C" not null,
    time_stamp varchar(32) collate "C" not null,
    payload_type varchar(255) not null,
    payload_revision varchar(32),
    payload text not null,
    meta_data text not null,
    constraint event_once_in_its_history unique (aggregate_identifier, sequence_number),
    constraint event_identifier_once unique (event_identifier)
);

-- What an aggregate was at a sequence number: a copy that can be thrown away, never a source.
create table snapshot_event_entry (
    aggregate_identifier varchar(255) collate "C" not null,
    sequence_number bigint not null,
    type varchar(64) not null,
    event_identifier varchar(64) collate "C" not null,
    time_stamp varchar(32) collate "C" not null,
    payload_type varchar(255) not null,
    payload_revision varchar(32),
    payload text not null,
    meta_data text not null,
    primary key (aggregate_identifier, sequence_number),
    constraint snapshot_identifier_once unique (event_identifier)
);
