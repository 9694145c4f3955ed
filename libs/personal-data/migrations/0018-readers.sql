-- What those are called who read persons' data, sealed under a key that follows from the municipality's: whoever has recorded nothing has no name in the log.
create table vault.readers (
  tenant text not null,
  party_id text not null,
  sealed bytea not null,
  primary key (tenant, party_id)
);
