create index on :table (municipality, promise_due, subject_id) where promise_due is not null;
create index on :table (municipality, meeting_on, subject_id) where meeting_on is not null;
create index on :table (municipality, insight_since, subject_id) where insight_since is not null;
