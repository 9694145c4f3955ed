-- Documents that are kept as files, each with its own key under that of whose it is. Destroyed, the row stays: then the file is to go, and nobody takes
-- the key for lost. The event is the one that files it; whether it was recorded is known later.
create table vault.documents (
  tenant text not null,
  document_id text not null,
  owner text not null,
  class text not null,
  seat text not null,
  key_id text not null,
  sealed bytea,
  ciphertext_sha256 text not null unique,
  size integer not null,
  kept_at timestamptz not null default now(),
  event_id text not null,
  filed_at timestamptz,
  destroyed_at timestamptz,
  primary key (tenant, document_id),
  check ((sealed is null) = (destroyed_at is not null))
);
create index documents_by_seat on vault.documents (seat);
create index documents_by_event on vault.documents (event_id);
create index documents_unfiled on vault.documents (kept_at) where filed_at is null and destroyed_at is null;
