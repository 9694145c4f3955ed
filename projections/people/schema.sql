create index on :table (municipality, position);
create index on :table (municipality, merged_into) where merged_into is not null;
