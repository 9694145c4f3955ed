create index on :table (municipality, opened_on desc, case_id desc);
create index on :table (municipality, status, opened_on desc, case_id desc);
create index on :table (municipality, received_on desc, case_id desc) where received_on is not null;
create index on :table (municipality, assignee_id, opened_on desc, case_id desc) where assignee_id is not null;
-- Asked status by status, since what waits for a caseworker is a small part of what ever was theirs.
create index on :table (municipality, caseworker_id, status, opened_on desc, case_id desc) where caseworker_id is not null;
create index on :table (municipality, opened_on desc, case_id desc) include (due_on)
  where mapped_on is null and withdrawn_on is null and decided_on is null and closed_on is null and due_on is not null;
-- What lacks something, or may, is a small part of all: in each order in which the list is asked.
create index on :table (municipality, opened_on desc, case_id desc) include (lacks_from, may_lack_from, gap_codes, counted_unit)
  where lacks_from is not null or may_lack_from is not null;
create index on :table (municipality, status, opened_on desc, case_id desc) include (lacks_from, may_lack_from, gap_codes, counted_unit)
  where lacks_from is not null or may_lack_from is not null;
create index on :table (municipality, received_on desc, case_id desc) include (lacks_from, may_lack_from, gap_codes, counted_unit)
  where received_on is not null and (lacks_from is not null or may_lack_from is not null);
create index on :table (municipality, counted_unit, opened_on desc, case_id desc);
-- Row-level security lets no index be asked what an array holds: each item has an index of its own, whose condition is proved.
create index on :table (municipality, opened_on desc, case_id desc) where items @> '{INDIVIDUAL_PLAN}';
create index on :table (municipality, opened_on desc, case_id desc) where items @> '{COORDINATOR}';
create index on :table (municipality, opened_on desc, case_id desc) where items @> '{CHILD_COORDINATOR}';
create index on :table (municipality, opened_on desc, case_id desc) where items @> '{GROUP}';
create index on :table (municipality, subject_id);
create index on :table (municipality, subject_id, grant_used_up_on) where grant_used_up_on is not null;
create index on :table (municipality, subject_id, granted_on) where granted_on is not null and grant_used_up_on is null;
create index on :table (municipality, case_number, opened_on desc, case_id desc) where case_number is not null;
