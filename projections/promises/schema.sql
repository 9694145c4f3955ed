create index on :table (municipality, due_on, promise_id);
create index on :table (municipality, state, due_on, promise_id);
create index on :table (municipality, unit, due_on, promise_id) where unit is not null;
create index on :table (municipality, party_id, due_on, promise_id) where party_id is not null;
create index on :table (municipality, subject_id, due_on, promise_id);
