import { type CodeIn, codeList, same } from '#event-sourcing/codes';
import { consentScopes, type ItemCode } from '#vocabulary';

export { consentScopes };
export const coordinatorKinds = codeList('coordinatorKind', {
  ORDINARY: same('<coordinator>'),
  CHILD: same('barnekoordinator'),
});
export const wishesFollowed = codeList('wishFollowed', {
  YES: ['i tråd med personens ønske', 'i tråd med ønsket til personen'],
  NO: ['ikke i tråd med personens ønske', 'ikkje i tråd med ønsket til personen'],
  NO_WISH: ['personen hadde ikke uttrykt noe ønske', 'personen hadde ikkje uttrykt noko ønske'],
});

/** What an appointment or a plan rests on: a case's decision, a unit's own report that the coordinating unit confirmed (S9), or an earlier register. */
export const foundations = codeList('foundation', {
  CASE: same('sak'),
  UNIT_REPORT: ['melding fra enheten', 'melding frå eininga'],
  EARLIER_REGISTER: ['tidligere register', 'tidlegare register'],
});
/** Whose wish is told: the person's, or that of somebody close (F7). */
export const wishers = codeList('wisher', {
  SUBJECT: ['personen selv', 'personen sjølv'],
  GUARDIAN: ['verge', 'verje'],
  PARENT: ['foresatt', 'føresett'],
  REPRESENTATIVE: same('fullmektig'),
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
});
/** Why somebody is proposed as coordinator. Nobody's profession is asked (F7). */
export const proposalGrounds = codeList('proposalGround', {
  USER_WISH: ['ønske fra personen', 'ønske frå personen'],
  KIN_WISH: ['ønske fra pårørende', 'ønske frå pårørande'],
  FIT: ['kjenner tjenestene personen har', 'kjenner tenestene personen har'],
  CAPACITY: ['har mulighet til å følge opp', 'har høve til å følgje opp'],
  DISTRIBUTION: ['fordeling mellom enhetene', 'fordeling mellom einingane'],
});
/** Whose answer a proposal waits for, by the municipality's profile (H2, F5). */
export const proposalAnswers = codeList('proposalAnswer', {
  LEADER: ['nærmeste leder', 'næraste leiar'],
  CANDIDATE: ['den foreslåtte', 'den føreslåtte'],
});
/** Why a leader objects to a proposal. */
export const objectionReasons = codeList('objectionReason', {
  NO_CAPACITY: ['enheten har ikke kapasitet', 'eininga har ikkje kapasitet'],
  UNEVEN: ['enheten har mange fra før', 'eininga har mange frå før'],
  WRONG_UNIT: ['en annen enhet er nærmere', 'ei anna eining er nærare'],
  LEAVING: ['går ut i permisjon eller slutter', 'går ut i permisjon eller sluttar'],
  OTHER: ['annet', 'anna'],
});
/** Why a candidate says no. */
export const candidateReasons = codeList('candidateReason', {
  NO_CAPACITY: ['har ikke kapasitet', 'har ikkje kapasitet'],
  TOO_CLOSE: ['står personen for nær', 'står personen for nær'],
  LEAVING: ['går ut i permisjon eller slutter', 'går ut i permisjon eller sluttar'],
  OTHER: ['annet', 'anna'],
});

const ownWish = { OWN_WISH: ['etter eget ønske', 'etter eige ønske'] } as const;
const subjectWish = ['etter ønske fra personen', 'etter ønske frå personen'] as const;
const left = {
  SUBJECT_WISH: subjectWish,
  LEFT_POSITION: ['sluttet i stillingen', 'slutta i stillinga'],
} as const;
const ended = {
  NEED_CEASED: ['behovet er opphørt', 'behovet er opphøyrt'],
  MOVED: ['personen har flyttet', 'personen har flytta'],
  DECEASED: same('personen er død'),
  TRANSFERRED: ['overført til en annen kommune', 'overført til ein annan kommune'],
  TURNED_18: same('personen har fylt 18 år'),
} as const;
const other = { OTHER: ['annet', 'anna'] } as const;

/** Why a coordinator was released; OWN_WISH is the coordinator's. */
export const releaseReasons = codeList('releaseReason', {
  ...ownWish,
  ...left,
  HANDOVER: ['ansvaret gikk over til en annen', 'ansvaret gjekk over til ein annan'],
  ...ended,
  ...other,
});
/** Why a plan was closed; OWN_WISH is the person's. */
export const closureReasons = codeList('closureReason', {
  OWN_WISH: subjectWish,
  ...ended,
  ...other,
});
/** Why a member left the group; OWN_WISH is the member's. */
export const departureReasons = codeList('departureReason', {
  ...ownWish,
  ...left,
  NEED_CEASED: ended.NEED_CEASED,
  DECEASED: ended.DECEASED,
  PLAN_CLOSED: ['planen er avsluttet', 'planen er avslutta'],
  ...other,
});
/** What does not fit in a report of a unit: it is recorded all the same, and stays until somebody clears it (S9, invariants 1, 3, 5, 16). */
export const discrepancies = codeList('discrepancy', {
  NO_LEADER: [
    'enheten har ingen leder som svarer for meldingen',
    'eininga har ingen leiar som svarer for meldinga',
  ],
  NO_COORDINATOR: ['koordinator mangler', 'koordinator manglar'],
  CONSENT_UNSEEN: ['samtykke er ikke registrert', 'samtykke er ikkje registrert'],
  ANSWER_MISSING: ['skriftlig svar til personen mangler', 'skriftleg svar til personen manglar'],
  PLAN_ALREADY_ACTIVE: ['personen har en plan fra før', 'personen har ein plan frå før'],
  OTHER_COORDINATOR: ['personen har en annen koordinator', 'personen har ein annan koordinator'],
  REPORTED_TWICE: ['personen er meldt mer enn én gang', 'personen er meld meir enn éin gong'],
  PERSON_DECLINED: ['personen har sagt nei', 'personen har sagt nei'],
  KIN: [
    'koordinatoren er pårørende, foresatt eller verge',
    'koordinatoren er pårørande, føresett eller verje',
  ],
  DECEASED: same('personen er død'),
});
export type Discrepancy = CodeIn<typeof discrepancies>;
/** Who has to clear it: the unit that reported, or the coordinating unit. */
export const discrepancyOwners = codeList('discrepancyOwner', {
  UNIT: ['enheten som meldte', 'eininga som melde'],
  KE: same('<unit>'),
});
export const ownerOf = {
  NO_LEADER: 'KE',
  NO_COORDINATOR: 'UNIT',
  CONSENT_UNSEEN: 'UNIT',
  ANSWER_MISSING: 'UNIT',
  PLAN_ALREADY_ACTIVE: 'KE',
  OTHER_COORDINATOR: 'KE',
  REPORTED_TWICE: 'KE',
  PERSON_DECLINED: 'KE',
  KIN: 'UNIT',
  DECEASED: 'KE',
} as const satisfies Readonly<Record<Discrepancy, CodeIn<typeof discrepancyOwners>>>;
/** What a leader or a coordinator tells the end of. */
export const reportedEnds = codeList('reportedEnd', {
  PLAN: same('individuell plan'),
  REPORT: ['melding fra enheten', 'melding frå eininga'],
  MEMBER: ['medlem i <group>', 'medlem i <group>'],
  COORDINATOR: same('<coordinator>'),
});
/** By what it was cleared. */
export const discrepancyEnds = codeList('discrepancyEnd', {
  CONFIRMED: ['meldingen er bekreftet', 'meldinga er stadfesta'],
  COMPLETED: ['meldingen er fylt ut', 'meldinga er fylt ut'],
  CONSENT_RECORDED: ['samtykket er registrert', 'samtykket er registrert'],
  OTHER_WITHDRAWN: ['den andre meldingen er trukket tilbake', 'den andre meldinga er trekt tilbake'],
  OTHER_CONFIRMED: ['den andre meldingen er bekreftet', 'den andre meldinga er stadfesta'],
  WITHDRAWN: ['meldingen er trukket tilbake', 'meldinga er trekt tilbake'],
  ENDED: ['det som var meldt, er avsluttet', 'det som var meldt, er avslutta'],
  PLAN_CLOSED: ['den andre planen er avsluttet', 'den andre planen er avslutta'],
  COORDINATOR_RELEASED: ['den andre koordinatoren har fratrådt', 'den andre koordinatoren har fråtredd'],
  PERSON_ACCEPTED: ['personen har sagt ja', 'personen har sagt ja'],
  OTHERWISE: ['på annen måte', 'på annan måte'],
});
/** How far a report has come. What is confirmed is the coordinating unit's; until then it is what the unit says. */
export const reportStates = codeList('reportState', {
  REPORTED: ['meldt, ikke bekreftet', 'meld, ikkje stadfesta'],
  CONFIRMED: ['bekreftet', 'stadfesta'],
  WITHDRAWN: ['trukket tilbake', 'trekt tilbake'],
  ENDED: ['meldt avsluttet', 'meld avslutta'],
});
export type ReportState = CodeIn<typeof reportStates>;
/** Why a unit's report is taken back. */
export const reportWithdrawals = codeList('reportWithdrawal', {
  OTHER_UNIT: ['en annen enhet har ansvaret', 'ei anna eining har ansvaret'],
  NO_PLAN: ['det er ingen plan og ingen koordinator', 'det er ingen plan og ingen koordinator'],
  NO_CONSENT: ['personen samtykker ikke', 'personen samtykkjer ikkje'],
  OTHER: ['annet', 'anna'],
});

/** Of what it is asked whether it is still right. */
export const reviewedParts = codeList('reviewedPart', {
  PLAN: same('individuell plan'),
  COORDINATOR: same('<coordinator>'),
  GROUP: same('<group>'),
});
export type ReviewedPart = CodeIn<typeof reviewedParts>;
/** What the question whether it is still right came to. */
export const reviewOutcomes = codeList('reviewOutcome', {
  STILL_RIGHT: ['fortsatt riktig', 'framleis rett'],
  TO_CHANGE: ['skal endres', 'skal endrast'],
  TO_END: ['skal avsluttes', 'skal avsluttast'],
});
/** Why nothing is coordinated for a person any more. */
export const endReasons = codeList('endReason', { DECEASED: ended.DECEASED });
/** Parts in a group: the usual ones; a municipality's profile adds its own. */
export const memberRoles = codeList('memberRole', {
  TEACHER: ['lærer', 'lærar'],
  NURSE: ['sykepleier', 'sjukepleiar'],
  PHYSIOTHERAPIST: same('fysioterapeut'),
  OCCUPATIONAL_THERAPIST: same('ergoterapeut'),
  PHYSICIAN: same('lege'),
  SOCIAL_WORKER: same('sosionom'),
  SOCIAL_EDUCATOR: ['vernepleier', 'vernepleiar'],
  PSYCHOLOGIST: same('psykolog'),
  KINDERGARTEN_TEACHER: ['barnehagelærer', 'barnehagelærar'],
  HEALTHCARE_WORKER: ['helsefagarbeider', 'helsefagarbeidar'],
  ADVISER: ['rådgiver', 'rådgivar'],
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
  GUARDIAN: ['verge', 'verje'],
  PARENT: ['foresatt', 'føresett'],
});

export type ConsentScope = CodeIn<typeof consentScopes>;
/** The consent that each item is dealt with under (U2). */
export const consentFor = {
  INDIVIDUAL_PLAN: 'PLAN',
  COORDINATOR: 'COORDINATOR',
  CHILD_COORDINATOR: 'COORDINATOR',
  GROUP: 'SHARE',
} as const satisfies Readonly<Record<ItemCode, ConsentScope>>;
export type CoordinatorKind = CodeIn<typeof coordinatorKinds>;

/** Reasons for a release after which nobody has to follow. At 18 an ordinary coordinator follows the child coordinator (pbrl § 2-5c). */
export const releasesEndingNeed = ['NEED_CEASED', 'DECEASED', 'MOVED', 'TRANSFERRED'] as const;
/** The same for the end of a plan; here the wish is the person's own. */
export const closuresEndingNeed = [...releasesEndingNeed, 'OWN_WISH'] as const;
