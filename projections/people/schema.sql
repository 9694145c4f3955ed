create index on :table (municipality, kind, person_id);
