-- When the newest event that was taken in says to have been recorded. Health compares the clock with it.
alter table samspor.checkpoint add column last_recorded_at timestamptz;
grant select (last_recorded_at) on samspor.checkpoint to samspor_reader;
