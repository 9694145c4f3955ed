-- How far each municipality's series of a year has come. Whoever takes a number waits for no more than the one statement of another.
create table vault.case_number_series (
  tenant text not null,
  year smallint not null,
  last integer not null,
  primary key (tenant, year)
);

-- Which command a number was given to. A row stays for ever: no number is given twice.
create table vault.case_numbers (
  tenant text not null,
  year smallint not null,
  number integer not null,
  command_id text not null unique,
  claimed_at timestamptz not null default now(),
  primary key (tenant, year, number)
);

-- Up to which event of a log its numbers are known here, as in applied_disposals.
create table vault.known_case_numbers (
  log_id text primary key,
  stream text not null,
  revision bigint not null,
  event_id text not null
);
