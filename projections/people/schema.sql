create index on :table (municipality, position);
