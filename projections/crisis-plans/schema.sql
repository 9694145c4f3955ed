create index on :table (municipality, review_due, subject_id) where review_due is not null;
create index on :table (municipality, tell_due, tell_since, subject_id) where tell_due is not null;
create index on :table (municipality, judge_since, subject_id) where judge_since is not null;
