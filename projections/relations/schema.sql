create index on :table (municipality, party_id);
create index on :table (municipality, subject_id);
