-- Read whole, a municipality at a time, by its key; what waits, by these.
create index on :table (municipality, review_due, review_since, document_id) where review_due is not null;
create index on :table (municipality, approval_since, document_id) where approval_since is not null;
