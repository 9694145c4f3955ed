-- Who is signed in with a browser, by a digest of what its cookie holds. What a session is, the login above all, is sealed under a key that only
-- whoever has that cookie can make again.
create table vault.sessions (
  digest bytea primary key,
  sealed bytea not null,
  used_at timestamptz not null,
  ends_at timestamptz not null
);

-- From which the keys of what a login has half written come, by a keyed hash of the login; gone when it has not been here for as long as a draft is kept.
create table vault.draft_secrets (
  author bytea primary key,
  sealed bytea not null,
  used_at timestamptz not null
);
