create index on :table (municipality, opened_on desc, case_id desc);
create index on :table (municipality, status, opened_on desc, case_id desc);
create index on :table (subject_id);
create index on :table (assignee_id) where assignee_id is not null;
