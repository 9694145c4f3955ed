-- What somebody has half written, sealed for its author alone, and gone after a week. Whom or what it is about can be read, so that it goes with them.
create table vault.drafts (
  tenant text not null,
  author bytea not null,
  draft_id uuid not null,
  form text not null,
  about text,
  revision integer not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (tenant, author, draft_id)
);
create index drafts_by_whom_they_are_about on vault.drafts (tenant, about) where about is not null;
