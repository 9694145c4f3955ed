-- What an auditor compares (docs/adr/0068): of each build how many events were taken in, with the sum of their digests …
alter table samspor.checkpoint
  add column taken bigint not null default 0,
  add column taken_sum text not null default '';
grant select (taken) on samspor.checkpoint to samspor_reader;

-- … and how many rows there are, with the sum of their hashes; each kept in the statement that writes the rows.
create table samspor.row_tally (
  name text not null,
  version integer not null,
  build integer not null,
  rows bigint not null,
  hashes numeric not null,
  primary key (name, version, build),
  foreign key (name, version, build) references samspor.checkpoint on delete cascade
) with (fillfactor = 50);
grant select, insert, update, delete on samspor.row_tally to samspor_projector;
grant select on samspor.row_tally to samspor_reader;

-- When the last event was recorded that is in the rows of a stream that is set aside: they are not up to date since. Null: none is.
alter table samspor.set_aside add column since timestamptz;

-- What the auditor found last; one row.
create table samspor.audit (
  id integer primary key default 1 check (id = 1),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  events bigint not null,
  rows bigint not null,
  streams integer not null,
  -- [{"kind", "projection", "stream", "message", "since"}]; never personal data.
  findings jsonb not null
);
grant select, insert, update, delete on samspor.audit to samspor_projector;
grant select on samspor.audit to samspor_reader;

-- Each build that was made, and what it took.
create table samspor.rebuild (
  name text not null,
  version integer not null,
  build integer not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  events bigint not null,
  rows bigint not null,
  primary key (name, version, build)
);
grant select, insert, update, delete on samspor.rebuild to samspor_projector;
grant select on samspor.rebuild to samspor_reader;
