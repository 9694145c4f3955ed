/** Whether an appointment holds on a day: from the first day up to, not including, the day of release. */
export const holds = (appointment: string, today: string) =>
  `${appointment}."validFrom" <= ${today}::date and coalesce(${today}::date < ${appointment}."releasedOn", true)`;

/**
 * The appointments of a register's row that hold on a day, as a table. The row itself cannot tell, since days come without events.
 * `today` is a placeholder.
 */
export const coordinating = (row: string, today: string) => `(
  select held."coordinatorId", held.kind, held.temporary
  from jsonb_to_recordset(${row}.appointments)
    held("coordinatorId" text, kind text, temporary boolean, "validFrom" date, "releasedOn" date)
  where ${holds('held', today)})`;
