-- A row here says that these data were served with a provider of logins: real people are in them, and no demonstration token
-- opens them ever again. It is kept where the people are, so it holds whoever starts on them, from whatever folder or machine.
create table vault.provider (
  only_row boolean primary key default true check (only_row),
  since timestamptz not null default now()
);
