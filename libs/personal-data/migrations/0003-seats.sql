-- Every seat that ever got a key. A row here outlives the key's: a seat without key and without disposal has lost its key,
-- and gets no other one until the old one is back or its disposal is known.
create table vault.seats (
  seat text primary key
);
insert into vault.seats (seat) select seat from vault.keys union select seat from vault.disposals;
