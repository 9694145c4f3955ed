create index on :table (municipality, position);
create index on :table (municipality, merged_into) where merged_into is not null;
create index on :table (municipality, moved_on, person_id) where moved_on is not null;
