create index on :table (municipality, subject_id) where active_plan_id is not null;
create index on :table (municipality, subject_id) include (covered_from, plan_since, left_on, need_ended_on);
create index on :table (municipality, plan_since, subject_id) where active_plan_id is not null;
