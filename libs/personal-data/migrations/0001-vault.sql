-- Run as samspor_vault, which owns everything here. Nothing in these tables is plain text about a person.

-- One secret, wrapped with the municipality's key: names are looked up under it, and it tells whether the key fits.
create table vault.lookup_secret (
  only_one boolean primary key default true check (only_one),
  wrapped bytea not null
);

-- One data key a person (or unit) and record class. The seat is whose; the key's id is the seat and which.
create table vault.keys (
  seat text primary key,
  key_id text not null unique,
  tenant text not null,
  owner text not null,
  class text not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  unique (tenant, owner, class)
);

-- A seat whose key was destroyed, and the event that says so. It never gets a key again.
create table vault.disposals (
  seat text primary key,
  tenant text not null,
  owner text not null,
  class text not null,
  disposal_event_id text not null,
  destroyed_at timestamptz not null default now(),
  unique (tenant, owner, class)
);

-- Which identity number is whose, under a keyed hash. A command claims one number at most.
create table vault.identity_claims (
  tenant text not null,
  number_hash bytea not null,
  subject_id text not null,
  command_id text not null unique,
  body_mac text,
  claimed_at timestamptz not null default now(),
  primary key (tenant, number_hash)
);
create index identity_claims_by_subject on vault.identity_claims (tenant, subject_id);

-- Which login is whose: issuer and subject under a keyed hash.
create table vault.logins (
  tenant text not null,
  login_hash bytea not null,
  party_id text not null,
  bound_at timestamptz not null default now(),
  primary key (tenant, login_hash)
);
create index logins_by_party on vault.logins (tenant, party_id);
