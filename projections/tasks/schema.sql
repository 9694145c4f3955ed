create index on :table (municipality, kind, since, case_id) where kind is not null;
create index on :table (municipality, mapping_due, mapping_since, case_id) where mapping_due is not null;
create index on :table (municipality, assignee_id, mapping_due, mapping_since, case_id) where mapping_due is not null;
create index on :table (municipality, assignee_unit, mapping_due, mapping_since, case_id) where mapping_due is not null;
create index on :table (municipality, completing_since, case_id) where completing_since is not null;
create index on :table (municipality, subject_id, plan_granted_on, case_id) include (caseworker_id) where plan_granted_on is not null;
create index on :table (municipality, subject_id);
create index on :table (municipality, caseworker_id, kind, since, case_id) where kind is not null;
create index on :table (municipality, caseworker_id, completing_since, case_id) where completing_since is not null;
