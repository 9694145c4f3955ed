create index on :table (municipality, meets_on, meeting_id);
create index on :table (municipality, kind, meets_on, meeting_id);
create index on :table (municipality, status, meets_on, meeting_id);
create index on :table (municipality, kind, held_on) where held_on is not null;
