/**
 * What a register's row consents to on a day, as a list of scopes in order: the domain's `isLive` in SQL, to which it is held by a test.
 * The row itself cannot tell, since days come without events. `today` is a placeholder.
 */
export const consented = (row: string, today: string) => `array(
  select distinct scope
  from jsonb_to_recordset(${row}.consents) given(scopes text[], "givenOn" date, "validUntil" date, "withdrawnOn" date)
  cross join lateral unnest(given.scopes) scope
  where given."givenOn" <= ${today}::date and coalesce(${today}::date <= given."validUntil", true)
    and coalesce(${today}::date < given."withdrawnOn", true)
  order by scope)`;
