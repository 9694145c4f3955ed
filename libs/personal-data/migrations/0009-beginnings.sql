-- Commands under way that begin something, by a keyed hash of what was asked: an equal one in another process is the same. What is lost of it
-- by a crash of the server was under way in no process that still waits for an answer.
create unlogged table vault.beginnings (
  equal bytea primary key,
  command_id text not null,
  begun_at timestamptz not null default now()
);
