create index on :table (municipality, unconsented_from, subject_id) where unconsented_from is not null;
create index on :table (municipality, lost_since, subject_id) where lost_since is not null;
create index on :table (municipality, subject_id) include (plan_known_until);
create index on :table (municipality, concur_since, subject_id) where concur_since is not null;
create index on :table (municipality, answer_since, subject_id) where answer_since is not null;
create index on :table (municipality, dispute_since, subject_id) where dispute_since is not null;
create index on :table (municipality, tell_since, subject_id) where tell_since is not null;
