create index on :table (municipality, coordinator_id, subject_id) include (valid_from, released_on);
create index on :table (municipality, unit, subject_id) include (valid_from, released_on) where unit is not null;
