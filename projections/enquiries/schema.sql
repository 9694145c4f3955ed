create index on :table (municipality, received_on desc, enquiry_id desc);
create index on :table (municipality, registered_by, received_on desc, enquiry_id desc);
create index on :table (municipality, unit, received_on desc, enquiry_id desc) where unit is not null;
create index on :table (municipality, subject_id, received_on desc, enquiry_id desc) where subject_id is not null;
create index on :table (municipality, received_on desc, enquiry_id desc) where waits_since is not null;
create index on :table (municipality, waits_since, enquiry_id) where waits_since is not null;
create index on :table (municipality, unit, waits_since, enquiry_id) where waits_since is not null;
