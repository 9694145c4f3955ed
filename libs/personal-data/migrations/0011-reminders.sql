-- Who was told by e-mail that something waits: on which day a process last took it on itself, and on which it last did. What was sent is known
-- nowhere else, and a row is taken before the message goes out, so that nobody is told twice in a day, by however many processes.
create table vault.reminders (
  tenant text not null,
  party_id text not null,
  claimed_on date,
  sent_on date,
  primary key (tenant, party_id)
);
