create index on :table (municipality, day desc, training_id desc);
create index on :table (municipality, waits_since, training_id) where waits_since is not null;
