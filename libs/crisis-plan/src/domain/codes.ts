import { codeList, same } from '#event-sourcing/codes';

/** How a copy is printed: one page, or folded small enough for a wallet. */
export const crisisCopyForms = codeList('crisisCopyForm', {
  PAGE: ['en side', 'ei side'],
  WALLET: same('lommekort'),
});
/** What became of a copy that was called in. */
export const crisisCopyEnds = codeList('crisisCopyEnd', {
  RETURNED: ['levert tilbake', 'levert tilbake'],
  DESTROYED: same('makulert'),
  LOST: ['kommet bort', 'komen bort'],
});
/** What the leader made of a reading in an emergency. */
export const emergencyJudgements = codeList('emergencyJudgement', {
  JUSTIFIED: ['det var grunn til å lese den', 'det var grunn til å lese han'],
  UNJUSTIFIED: ['det var ikke grunn til å lese den', 'det var ikkje grunn til å lese han'],
});
