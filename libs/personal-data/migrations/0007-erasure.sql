-- A seat may have had several keys. One seals; one that was replaced still opens, until it is destroyed.
alter table vault.keys
  drop constraint keys_pkey,
  drop constraint keys_key_id_key,
  drop constraint keys_tenant_owner_class_key,
  add primary key (key_id),
  add column replaced_at timestamptz;
create unique index keys_in_use on vault.keys (seat) where replaced_at is null;
create index keys_by_seat on vault.keys (seat);

-- What a destroyed key still opens: the keys of single fields, sealed under the key that took its place. One row a destroyed key.
create table vault.kept_fields (
  key_id text primary key,
  seat text not null,
  kept_under text not null,
  sealed bytea not null
);
create index kept_fields_by_seat on vault.kept_fields (seat);

-- Entries whose texts were disposed of one at a time.
create table vault.disposed_entries (
  seat text not null,
  event_id text not null,
  disposal_event_id text not null,
  primary key (seat, event_id)
);

-- What was deleted here and may still stand in the server's files.
create table vault.unerased (
  id bigint generated always as identity primary key,
  disposal_event_id text not null,
  since timestamptz not null default now()
);
-- Of disposals before this, every one.
insert into vault.unerased (disposal_event_id) select distinct disposal_event_id from vault.disposals;
