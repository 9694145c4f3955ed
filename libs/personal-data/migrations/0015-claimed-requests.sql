-- What a command that records in several streams was asked about first, as a keyed hash: no other request repeats it. A row stays for ever.
create table vault.claimed_requests (
  command_id text primary key,
  about bytea not null
);
