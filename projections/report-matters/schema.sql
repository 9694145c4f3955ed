create index on :table (municipality, kind, waits_from, matter_id) where waits_from is not null;
