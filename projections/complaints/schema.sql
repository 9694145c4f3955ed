create index on :table (municipality, begun_on desc, complaint_id desc);
create index on :table (municipality, status, begun_on desc, complaint_id desc);
create index on :table (municipality, subject_id, begun_on desc, complaint_id desc);
create index on :table (municipality, case_id, begun_on desc, complaint_id desc) where case_id is not null;
create index on :table (municipality, begun_on desc, complaint_id desc) where waits_for is not null;
create index on :table (municipality, waits_for, waits_until, waits_since, complaint_id) where waits_for is not null;
create index on :table (municipality, handle_by) where received_on is not null and handled_on is null and handling_missed_on is null;
