create index on :table (municipality, state, due_on, deadline);
create index on :table (municipality, state, rule, due_on, deadline);
create index on :table (municipality, case_id, state);
create index on :table (municipality, act_by, deadline) where owed and state = 'OPEN';
create index on :table (municipality, due_on, case_id) where runs;
