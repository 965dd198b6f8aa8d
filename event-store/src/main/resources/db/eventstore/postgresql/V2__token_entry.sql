-- How far each processor of the command side is in the events. The columns are those of Axon's JdbcTokenStore.
create table token_entry (
    processor_name varchar(255) not null,
    segment integer not null,
    token text,
    token_type varchar(255),
    time_stamp varchar(64),
    owner varchar(255),
    primary key (processor_name, segment)
);
