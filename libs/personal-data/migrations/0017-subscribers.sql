-- With what the services log in that follow cases: keyed hashes of secrets that they alone have.
create table vault.subscriber_secrets (
  tenant text not null,
  subscription_id text not null,
  digest bytea not null,
  issued_at timestamptz not null,
  -- The last moment, once another secret was issued.
  valid_until timestamptz,
  primary key (subscription_id, digest)
);

-- How far each has come in the log, as it said itself when it asked for more.
create table vault.subscriber_progress (
  tenant text not null,
  subscription_id text not null,
  log_id uuid not null,
  position bigint not null,
  delivered_at timestamptz not null,
  primary key (tenant, subscription_id)
);
