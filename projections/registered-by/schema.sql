create index on :table (municipality, registered_by, registered_on desc, of desc);
create index on :table (municipality, registered_by, subject_id);
