import { type CodeIn, codeList, same } from '#event-sourcing/codes';

/** Around a person: with the person (A11), or among professionals alone (F19). */
export const aroundMeetingKinds = codeList('aroundMeetingKind', {
  COORDINATION: same('koordineringsmøte'),
  PROFESSIONAL: ['fagmøte uten personen', 'fagmøte utan personen'],
});
export type AroundMeetingKind = CodeIn<typeof aroundMeetingKinds>;

/** Who takes the person's fixed place at a coordination meeting (A11). */
export const personSides = codeList('personSide', {
  SUBJECT: ['personen selv', 'personen sjølv'],
  GUARDIAN: ['verge eller foresatt', 'verje eller føresett'],
  BOTH: ['personen og verge eller foresatt', 'personen og verje eller føresett'],
});

/** Whether the meeting was prepared with the person (F16). */
export const preparations = codeList('preparation', {
  YES: ['forberedt sammen med personen', 'førebudd saman med personen'],
  NO: ['ikke forberedt sammen med personen', 'ikkje førebudd saman med personen'],
  DECLINED: ['personen ønsket ikke å forberede det', 'personen ønskte ikkje å førebu det'],
});

/** Why professionals have to meet without the person (F19). */
export const professionalReasons = codeList('professionalReason', {
  CLARIFY_SERVICES: ['avklare tjenestenes egne oppgaver', 'avklare oppgåvene til tenestene'],
  PREPARE_TRANSITION: ['forberede en overgang', 'førebu ein overgang'],
  SAFETY: ['noens trygghet', 'tryggleiken til nokon'],
  PERSON_WISHES: ['personen har bedt om det', 'personen har bede om det'],
  OTHER: ['annet', 'anna'],
});
/** How the person was involved in a meeting of professionals (F19, invariant 14). */
export const personInvolvements = codeList('personInvolvement', {
  PRESENT: ['personen er med i deler av møtet', 'personen er med i delar av møtet'],
  INFORMED: ['personen er orientert om møtet', 'personen er orientert om møtet'],
  DECLINED: ['personen ønsker ikke å være med', 'personen ønskjer ikkje å vere med'],
});

/** How the person took part when it was held (U6, F9). */
export const participations = codeList('participation', {
  PRESENT: ['var til stede', 'var til stades'],
  REMOTE: ['var med på skjerm eller telefon', 'var med på skjerm eller telefon'],
  REPRESENTED: ['ved verge eller foresatt', 'ved verje eller føresett'],
  BY_WORD: ['sa sin mening på forhånd', 'sa meininga si på førehand'],
  DECLINED: ['ønsket ikke å være med', 'ønskte ikkje å vere med'],
  ABSENT: ['kom ikke', 'kom ikkje'],
});
export type Participation = CodeIn<typeof participations>;

/** Whose promise it is. */
export const promisers = codeList('promiser', {
  PARTY: ['en av dem rundt personen', 'ein av dei rundt personen'],
  UNIT: ['en enhet', 'ei eining'],
  SUBJECT: ['personen selv', 'personen sjølv'],
});
/** How a promise ended that was not kept. */
export const promiseEnds = codeList('promiseEnd', {
  NOT_KEPT: ['ikke holdt', 'ikkje halde'],
  RELEASED: ['ikke lenger aktuelt', 'ikkje lenger aktuelt'],
});
/** How far a promise has come. */
export const promiseStates = codeList('promiseState', {
  OPEN: ['venter', 'ventar'],
  KEPT: ['holdt', 'halde'],
  ...promiseEnds.words,
});
export type PromiseState = CodeIn<typeof promiseStates>;

/** How old a child surely is at most, for what parents may see (pbrl § 3-4). */
export const childAges = codeList('childAge', {
  UNDER_12: ['barnet er under 12 år', 'barnet er under 12 år'],
  FROM_12: ['barnet er mellom 12 og 16 år', 'barnet er mellom 12 og 16 år'],
  FROM_16: ['personen er mellom 16 og 18 år', 'personen er mellom 16 og 18 år'],
  ADULT: ['personen er myndig', 'personen er myndig'],
});
export type ChildAge = CodeIn<typeof childAges>;

/** Why something of a child's plan is kept from a parent (pbrl § 3-4). */
export const withholdingGrounds = codeList('withholdingGround', {
  OWN_WISH: [
    'barnet ønsker det, av grunner som bør respekteres',
    'barnet ønskjer det, av grunnar som bør respekterast',
  ],
  WEIGHTY: ['tungtveiende hensyn til barnet taler for det', 'tungtvegande omsyn til barnet taler for det'],
});
export type WithholdingGround = CodeIn<typeof withholdingGrounds>;

/** How whoever a plan is for was heard of what parents see of it. */
export const insightHearings = codeList('insightHearing', {
  HEARD: ['personen er hørt', 'personen er høyrd'],
  DECLINED: ['personen ønsket ikke å si noe om det', 'personen ønskte ikkje å seie noko om det'],
  NOT_ABLE: ['personen kan ikke ta stilling til det', 'personen kan ikkje ta stilling til det'],
});
export type InsightHearing = CodeIn<typeof insightHearings>;

/** Which way a contact went. */
export const contactDirections = codeList('contactDirection', {
  IN: ['tok kontakt', 'tok kontakt'],
  OUT: ['ble kontaktet', 'vart kontakta'],
});
/** With whom a coordinator was in contact (F15). */
export const contactSides = codeList('contactSide', {
  SUBJECT: ['personen selv', 'personen sjølv'],
  GUARDIAN: ['verge eller foresatt', 'verje eller føresett'],
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
  MUNICIPAL_SERVICE: ['en tjeneste i kommunen', 'ei teneste i kommunen'],
  SCHOOL: ['skole eller barnehage', 'skule eller barnehage'],
  HOSPITAL: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
  GP: ['fastlegen', 'fastlegen'],
  NAV: same('Nav'),
  OTHER: ['andre', 'andre'],
});
