-- Which build of each projection is read. A build is one table, filled from the log's origin.
create table samspor.projection (
  name text not null,
  version integer not null,
  -- Null until the first build is complete.
  live_build integer,
  -- Builds are numbered for ever, so that no name is used twice.
  newest_build integer not null default 0,
  -- Why there is no build yet; never personal data.
  message text,
  primary key (name, version)
);

-- How far each build has come. Written first in the transaction that writes its rows.
create table samspor.checkpoint (
  name text not null,
  version integer not null,
  build integer not null,
  log_id uuid not null,
  -- Every event at or before it is in the rows or does not concern them; null: nothing delivered yet.
  resume_position bigint,
  -- The last event delivered, by which a log is recognised.
  last_position bigint,
  last_event_id uuid,
  last_stream text,
  last_revision bigint,
  state text not null check (state in ('BUILDING', 'RUNNING', 'HALTED')),
  -- Why it is halted; never personal data.
  message text,
  -- Whether the rows stood at the end of the log at `current_at`.
  caught_up boolean not null default false,
  -- The time the rows are current to.
  current_at timestamptz,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (name, version, build)
) with (fillfactor = 50);

grant select, insert, update, delete on samspor.projection, samspor.checkpoint to samspor_projector;
grant select on samspor.projection to samspor_reader;
-- Which stream came last is nobody's business but the projector's.
grant select (name, version, build, log_id, resume_position, last_position, state, message, caught_up, current_at, updated_at)
  on samspor.checkpoint to samspor_reader;
