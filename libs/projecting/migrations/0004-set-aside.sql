-- Streams of which a build holds no more than what could be believed, why, and from which event on (docs/adr/0023).
create table samspor.set_aside (
  name text not null,
  version integer not null,
  build integer not null,
  stream text not null,
  kind text not null check (kind in ('STRANGER', 'EVENT', 'HISTORY')),
  revision bigint,
  event_id text,
  -- For people; never personal data.
  message text not null,
  -- Nobody need do anything: an operator took note of it, or it is none of ours.
  is_noted boolean not null,
  primary key (name, version, build, stream),
  foreign key (name, version, build) references samspor.checkpoint on delete cascade
);

grant select, insert, update, delete on samspor.set_aside to samspor_projector;
grant select on samspor.set_aside to samspor_reader;
