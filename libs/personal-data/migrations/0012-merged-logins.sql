-- From whom a login came with each merger of registrations, the last one last: what a merger moved goes back where that is taken back.
alter table vault.logins add column came_by jsonb not null default '[]';
