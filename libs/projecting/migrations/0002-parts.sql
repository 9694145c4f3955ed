-- A build is filled part by part, of the streams of the log: in how many, and how many of them are in the rows. Null once it is whole.
alter table samspor.checkpoint
  add column parts integer,
  add column parts_done integer;
