create index on :table (without_coordinator_since) where without_coordinator_since is not null;
create index on :table using gin (coordinator_ids);
