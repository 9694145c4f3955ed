create index on :table (municipality, party_id, plan_id);
