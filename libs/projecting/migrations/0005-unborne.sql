-- A stream may also be set aside because this read model alone cannot take in one of its events (docs/adr/0032).
alter table samspor.set_aside drop constraint set_aside_kind_check;
alter table samspor.set_aside add constraint set_aside_kind_check check (kind in ('STRANGER', 'EVENT', 'HISTORY', 'FOLD'));
