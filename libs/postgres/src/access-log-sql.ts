/**
 * The access log (docs/adr/0059), in the vault's database. It is made with the database and not by the vault's migrations, so that no login of the
 * program owns it: the writer adds to it and reads it, and that is all. `persons` has whom an entry is about once more, one a row.
 */
export const accessLogSql = ({
  owner,
  writer,
}: {
  readonly owner: string;
  readonly writer: string;
}): string => `create schema if not exists access_log authorization ${owner};
set role ${owner};
create table if not exists access_log.entries (
  municipality text not null,
  seq bigint not null,
  at timestamptz not null,
  party_id text not null,
  role text not null,
  units text[] not null,
  purpose text not null,
  what text not null,
  route text not null,
  record_id text,
  subject_ids text[] not null,
  outcome text not null,
  request_id text not null,
  mac bytea not null,
  primary key (municipality, seq)
);
create index if not exists entries_by_time on access_log.entries (municipality, at, seq);
create index if not exists entries_by_reader on access_log.entries (municipality, party_id, seq);
create index if not exists entries_by_record on access_log.entries (municipality, record_id, seq) where record_id is not null;
create index if not exists entries_by_outcome on access_log.entries (municipality, outcome, seq) where outcome <> 'SHOWN';
create table if not exists access_log.persons (
  municipality text not null,
  subject_id text not null,
  seq bigint not null,
  primary key (municipality, subject_id, seq)
);
do $samspor$
begin
  if not has_schema_privilege('${writer}', 'access_log', 'USAGE')
    or not has_table_privilege('${writer}', 'access_log.entries', 'INSERT')
    or not has_table_privilege('${writer}', 'access_log.persons', 'INSERT') then
    grant usage on schema access_log to ${writer};
    grant select, insert on access_log.entries, access_log.persons to ${writer};
  end if;
end
$samspor$;
reset role;
`;
