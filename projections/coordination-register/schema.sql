create index on :table using gin (appointed_ids);
