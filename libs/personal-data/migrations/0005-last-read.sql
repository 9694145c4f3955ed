-- The mark is an event in place of a position: a log that was moved to another server has the same events at other positions.
-- Marks of before are forgotten; then every disposal is applied once more, which changes nothing.
delete from vault.applied_disposals;
alter table vault.applied_disposals
  drop column position,
  add column stream text not null,
  add column revision bigint not null,
  add column event_id text not null;
