create index on :table (municipality, subject_id, plan_id);
create index on :table (municipality, review_due, plan_id) where review_due is not null;
create index on :table (municipality, clearing_since, plan_id) where clearing_since is not null;
