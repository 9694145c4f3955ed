/**
 * The appointments of a register's row that hold on a day, as a table: from the first day up to, not including, the day of release. The
 * row itself cannot tell, since days come without events. `today` is a placeholder.
 */
export const coordinating = (row: string, today: string) => `(
  select held."coordinatorId", held.kind, held.temporary
  from jsonb_to_recordset(${row}.appointments)
    held("coordinatorId" text, kind text, temporary boolean, "validFrom" date, "releasedOn" date)
  where held."validFrom" <= ${today}::date and coalesce(${today}::date < held."releasedOn", true))`;
