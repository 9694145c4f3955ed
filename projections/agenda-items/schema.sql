create index on :table (municipality, case_id, meeting_id);
