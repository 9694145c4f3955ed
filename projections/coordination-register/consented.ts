/**
 * What a register's row consents to on a day, as a list of scopes in order: the domain's `isLive` in SQL, to which it is held by a test.
 * The row itself cannot tell, since days come without events. `today` is a placeholder.
 */
export const consented = (row: string, today: string) => `array(
  select distinct covered.scope
  from jsonb_to_recordset(${row}.consents) given(scopes text[], "givenOn" date, "validUntil" date, withdrawn jsonb)
  cross join lateral unnest(given.scopes) covered(scope)
  where given."givenOn" <= ${today}::date and coalesce(${today}::date <= given."validUntil", true)
    and not exists (
      select from jsonb_to_recordset(given.withdrawn) taken(scope text, "withdrawnOn" date)
      where taken.scope = covered.scope and taken."withdrawnOn" <= ${today}::date)
  order by covered.scope)`;
