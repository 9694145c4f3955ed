-- In which streams of the log a seat's key has sealed something, or a person is named. More may stand here than the log has, never less up to the mark.
create table vault.streams_naming (
  name text not null,
  stream text not null,
  primary key (name, stream)
);

-- Up to which event of a log that is known here, as in applied_disposals.
create table vault.indexed_logs (
  log_id text primary key,
  stream text not null,
  revision bigint not null,
  event_id text not null
);
