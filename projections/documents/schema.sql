create index on :table (municipality, case_id, document_date, filed_on, document_id) where case_id is not null;
create index on :table (municipality, subject_id, document_date, filed_on, document_id) where subject_id is not null;
create index on :table (municipality, record_kind, record_id, document_date, filed_on, document_id);
