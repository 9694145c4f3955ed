create index on :table (municipality, reported_on, report_id);
create index on :table (municipality, unit, reported_on, report_id);
create index on :table (municipality, unit, state, reported_on, report_id);
create index on :table (municipality, subject_id) include (unit, state);
create index on :table (municipality, state, reported_on, report_id);
