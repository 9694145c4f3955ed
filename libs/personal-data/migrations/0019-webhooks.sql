-- Where each receiver of public events stands: everything up to `position` has been taken, or waits below.
create table vault.webhooks (
  tenant text not null,
  endpoint_id text not null,
  log_id uuid not null,
  position bigint not null,
  -- What was recorded before is passed over.
  not_before timestamptz,
  -- Where in the log the last request was made that has been heeded: to send again, to try.
  heeded_at bigint not null,
  failing_since timestamptz,
  next_at timestamptz,
  fault text,
  taken bigint not null default 0,
  taken_at timestamptz,
  primary key (tenant, endpoint_id)
);

-- What was not taken yet, and what waits behind it in the same case: the public event as it is sent, and nothing else.
create table vault.webhook_deliveries (
  tenant text not null,
  endpoint_id text not null,
  event_id text not null,
  -- Of one case, in this order.
  number bigint generated always as identity,
  -- Where the log has it.
  position bigint not null,
  order_key text not null,
  type text not null,
  body text not null,
  attempts integer not null,
  next_at timestamptz not null,
  parked_at timestamptz,
  fault text,
  primary key (tenant, endpoint_id, event_id)
);
