create index on :table (municipality, party_id, subject_id);
