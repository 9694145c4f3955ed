-- Up to which event of a log its disposals are applied here. It is backed up and restored with the keys, so a restored vault
-- knows which disposals it lacks.
create table vault.applied_disposals (
  log_id text primary key,
  position bigint not null
);
