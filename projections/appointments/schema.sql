create index on :table (municipality, coordinator_id, subject_id) include (valid_from, released_on, kind, temporary, unit);
create index on :table (municipality, unit, subject_id) include (valid_from, released_on, kind, temporary) where unit is not null;
