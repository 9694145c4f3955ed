import { type CodeIn, codeList, same } from '#event-sourcing/codes';

/** What the law, or the municipality itself, wants done in a case by some day, or lets somebody do until then. */
export const deadlineRules = codeList('deadlineRule', {
  PRELIM_REPLY: ['svar eller foreløpig svar', 'svar eller førebels svar'],
  DECISION_TIME: ['avgjørelse', 'avgjerd'],
  COMPLAINT_PBRL: same('klage'),
  COMPLAINT_FVL: same('klage'),
});
export type CaseRule = CodeIn<typeof deadlineRules>;

/** What a deadline is computed from: days, and what they are of. */
export const deadlineInputs = codeList('deadlineInput', {
  RECEIVED: ['enheten fikk vite om det', 'eininga fekk vite om det'],
  TARGET: ['kommunens eget mål', 'kommunen sitt eige mål'],
  PRELIMINARY_REPLY: ['foreløpig svar', 'førebels svar'],
  DECIDED: ['avgjort', 'avgjort'],
  DELIVERED: ['svaret kom fram', 'svaret kom fram'],
  POSTED: ['svaret ble lagt i posten', 'svaret vart lagt i posten'],
  SENT_DIGITALLY: ['svaret ble sendt digitalt', 'svaret vart sendt digitalt'],
  NOT_DELIVERED: ['svaret kom ikke fram', 'svaret kom ikkje fram'],
  /** A version of the rule that the municipality adopted; one of the second kind is for what begins later alone. */
  RULE_VERSION: ['regelen er endret', 'regelen er endra'],
  RULE_FOR_LATER: [
    'regelen er endret for det som begynner senere',
    'regelen er endra for det som tek til seinare',
  ],
});
export type InputCode = CodeIn<typeof deadlineInputs>;

/** Why a deadline is set, and where another stood before it, why that holds no more. */
export const deadlineReasons = codeList('deadlineReason', {
  FIRST: ['første gang', 'første gong'],
  RECEIVED_CORRECTED: ['datoen for når det kom inn, er rettet', 'datoen for når det kom inn, er retta'],
  KNOWN_EARLIER: ['enheten fikk vite om det tidligere', 'eininga fekk vite om det tidlegare'],
  SET_ASIDE: ['statsforvalteren har opphevet avgjørelsen', 'statsforvaltaren har oppheva avgjerda'],
  PRELIMINARY_REPLY: ['foreløpig svar', 'førebels svar'],
  TARGET: ['kommunens mål er et annet', 'målet til kommunen er eit anna'],
  OTHER_DECISION: ['det er kommet en ny avgjørelse', 'det er komen ei ny avgjerd'],
  DELIVERY: ['det er kjent når svaret kom fram', 'det er kjent når svaret kom fram'],
  RULE_VERSION: ['en annen utgave av regelen gjelder', 'ei anna utgåve av regelen gjeld'],
  TAKEN_UP_AGAIN: ['det gjelder igjen', 'det gjeld igjen'],
  CORRECTED: ['noe det bygger på, er rettet', 'noko det byggjer på, er retta'],
});
export type DeadlineReason = CodeIn<typeof deadlineReasons>;

/** Why nothing is to be done by a deadline any more, though it was not. */
export const liftReasons = codeList('deadlineLiftReason', {
  WITHDRAWN: ['søknaden er trukket', 'søknaden er trekt'],
  DECLINED: ['personen ønsker det ikke', 'personen ønskjer det ikkje'],
  CLOSED: ['saken er avsluttet', 'saka er avslutta'],
  NOT_DELIVERED: ['svaret har ikke kommet fram', 'svaret har ikkje kome fram'],
  CORRECTED: ['det den bygde på, er rettet', 'det han bygde på, er retta'],
});
export type LiftReason = CodeIn<typeof liftReasons>;

/** What became of a deadline. */
export const deadlineStates = codeList('deadlineState', {
  OPEN: ['løper', 'går'],
  MET: ['holdt', 'halden'],
  MISSED: ['ikke holdt', 'ikkje halden'],
  EXPIRED: ['løpt ut', 'gått ut'],
  LIFTED: ['falt bort', 'falle bort'],
});
export type DeadlineState = CodeIn<typeof deadlineStates>;
