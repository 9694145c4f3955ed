create index on :table (municipality, begun_on, import_id);
