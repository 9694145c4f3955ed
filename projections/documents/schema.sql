create index on :table (municipality, case_id, document_date, filed_on, document_id) where case_id is not null;
create index on :table (municipality, subject_id, document_date, filed_on, document_id) where subject_id is not null;
create index on :table (municipality, record_kind, record_id, document_date, filed_on, document_id);
create index on :table (municipality, filed_on, document_id) where direction <> 'INTERNAL' and case_id is not null and (archive_standing is null or archive_standing <> 'ARCHIVED');
create index on :table (municipality, sent_to_archive_on) where sent_to_archive_on is not null;
create index on :table (municipality, archived_on) where archived_on is not null;
