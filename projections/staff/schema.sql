-- Read whole, a municipality at a time, by its key; those alone who went into another registration, and those who left, by these.
create index on :table (municipality, merged_into) where merged_into is not null;
create index on :table (municipality, last_day, party_id) where last_day is not null;
