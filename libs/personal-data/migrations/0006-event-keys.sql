-- Keys under which Samspor's own events are authenticated, wrapped as data keys are. The newest signs; all of them are believed.
create table vault.event_keys (
  number integer primary key,
  key_id text not null unique,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
