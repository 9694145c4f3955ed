create index on :table (municipality, case_id, enquiry_id);
create index on :table (municipality, enquiry_id, case_id);
