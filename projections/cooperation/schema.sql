create index on :table (municipality, kind, begun_on desc, matter_id desc);
create index on :table (municipality, kind, waits_until, matter_id) where waits_until is not null;
