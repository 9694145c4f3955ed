create index on :table (case_id) where case_id is not null;
create index on :table (subject_id);
