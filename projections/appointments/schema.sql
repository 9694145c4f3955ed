create index on :table (municipality, coordinator_id, subject_id) include (valid_from, released_on);
