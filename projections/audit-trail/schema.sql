create index on :table (case_id, position) where case_id is not null;
create index on :table (subject_id, position);
