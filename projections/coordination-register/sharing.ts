/**
 * The consents to share of a register's row that hold on a day, as a table `agreed`, by SQL: the domain's `isLive` for that scope. `today` is a
 * placeholder; `given` is the row of what was shared, with the consent that it goes by, and whom it names may be shared with (invariant 13).
 */
export const sharingConsent = (row: string, today: string) => `
  select agreed.sections
  from jsonb_to_recordset(${row}.consents)
    agreed("consentId" text, scopes text[], "givenOn" date, "validUntil" date, withdrawn jsonb, "recipientIds" text[], sections text[])
  where agreed."consentId" = given."consentId" and 'SHARE' = any (agreed.scopes)
    and agreed."givenOn" <= ${today}::date and coalesce(${today}::date <= agreed."validUntil", true)
    and not exists (
      select from jsonb_to_recordset(agreed.withdrawn) taken(scope text, "withdrawnOn" date)
      where taken.scope = 'SHARE' and taken."withdrawnOn" <= ${today}::date)
    and coalesce(given."partyId" = any (agreed."recipientIds"), true)`;
