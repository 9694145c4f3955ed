import { type CodeIn, codeList, same } from '#event-sourcing/codes';

export * from './disposal.js';
export { legalBases, monthsLater, retentionClasses } from './keeping.js';
export { ageReachedOn, type AgeRule, ageLimits, type Birth, isOfAge, isUnderAge, yearsBy } from './ages.js';
export {
  actedOn,
  type ActsOn,
  type Authority,
  type AuthorityRole,
  authorityRoles,
  authorityRule,
  type Delegated,
  type DelegationScope,
  delegationScopes,
} from './authority.js';
export { complaintWays, languages, letterMatters } from './letters.js';
export { lawCodes, type LawReference, lawReferences } from './law.js';
export { type Disputed, standOn } from './disputes.js';
export { isMailAddress } from './mail-address.js';
export { omissionGrounds, packageEntries } from './package.js';
export { periodUnits } from './periods.js';
export { isCleanText, isRealDate, type TextOptions } from './values.js';

// Codes that several contexts speak of. What one context alone has, it declares itself.

/** What one may apply for; which of them a municipality offers is in its profile (docs/requirements.md). */
export const items = codeList('item', {
  INDIVIDUAL_PLAN: same('individuell plan'),
  COORDINATOR: same('<coordinator>'),
  CHILD_COORDINATOR: same('barnekoordinator'),
  GROUP: same('<group>'),
});
export type ItemCode = CodeIn<typeof items>;

/** Who decides an application, by the municipality's profile. */
export const deciderBodies = codeList('deciderBody', {
  KE_MEETING: same('møtet i <unit>'),
  KE: same('<unit>'),
  BOARD: same('tildelingsnemnda'),
  TEAM: ['koordinerende team', 'koordinerande team'],
});

/** Which way something reached the unit. Paper, e-mail and telephone are equal to the form (docs/requirements.md). */
export const channels = codeList('channel', {
  FORM: same('skjema'),
  LETTER: same('brev'),
  EMAIL: same('e-post'),
  PHONE: same('telefon'),
  IN_PERSON: ['personlig oppmøte', 'personleg oppmøte'],
  SERVICE_OFFICE: same('via servicekontoret'),
  DIGITAL_POST: same('digital post'),
  /** From a hospital or a GP, as an electronic message (U14). */
  E_MESSAGE: same('elektronisk melding'),
});
/** Who turns to the unit or takes part: those whom it is for (H13, S12). A profile says which of them its municipality names. */
export const targetGroups = codeList('targetGroup', {
  USER: ['en bruker', 'ein brukar'],
  NEXT_OF_KIN: ['en pårørende', 'ein pårørande'],
  MUNICIPAL_SERVICE: ['en tjeneste i kommunen', 'ei teneste i kommunen'],
  OUTSIDE_SERVICE: ['en tjeneste utenfor kommunen', 'ei teneste utanfor kommunen'],
  USER_ORGANISATION: ['en brukerorganisasjon', 'ein brukarorganisasjon'],
  OTHER: ['en annen', 'ein annan'],
});

export type TargetGroup = CodeIn<typeof targetGroups>;
/** Whether a municipality that names these speaks of that one; anybody is received as OTHER. */
export const isNamedAmong = (named: readonly TargetGroup[] | undefined, one: TargetGroup): boolean =>
  named === undefined || one === 'OTHER' || named.includes(one);

/** Who settles what people in the municipality disagree about (U20). */
export const disputeSettlers = codeList('disputeSettler', {
  MUNICIPAL_DIRECTOR: ['kommunedirektøren', 'kommunedirektøren'],
  KE: same('<unit>'),
});
/** How a disagreement ended. */
export const disputeOutcomes = codeList('disputeOutcome', {
  DECIDED: ['avgjort', 'avgjort'],
  AGREED: ['partene ble enige', 'partane vart einige'],
});

/** The person, or who speaks for the person. */
export const representatives = codeList('representative', {
  SUBJECT: ['personen selv', 'personen sjølv'],
  GUARDIAN: ['verge', 'verje'],
  PARENT: ['foresatt', 'føresett'],
  REPRESENTATIVE: same('fullmektig'),
});

/** Who may hear that somebody coordinates; a profile says who does (F24). */
export const allocationHearers = codeList('allocationHearer', {
  SUBJECT: ['personen', 'personen'],
  GUARDIAN: ['verge eller foresatt', 'verje eller føresett'],
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
  COORDINATOR: same('<coordinator>'),
  UNIT_LEADER: ['lederen for enheten', 'leiaren for eininga'],
});
export type AllocationHearer = CodeIn<typeof allocationHearers>;

/** What a consent may cover. Nothing is appointed, planned or shared without it (pbrl § 2-5; invariant 3). */
export const consentScopes = codeList('consentScope', {
  REGISTER: same('registrering'),
  PLAN: same('individuell plan'),
  COORDINATOR: same('<coordinator>'),
  SHARE: ['deling av opplysninger', 'deling av opplysningar'],
});

/** What a plan is divided into, as it is shared (F18): each may be shown to somebody apart from the others. */
export const planSections = codeList('planSection', {
  OWN_STORY: ['egen historie', 'eiga historie'],
  WHAT_MATTERS: ['hva som er viktig for meg', 'kva som er viktig for meg'],
  RESOURCES: ['ressurser', 'ressursar'],
  NEEDS: ['behov', 'behov'],
  HOW: ['gjennomføring', 'gjennomføring'],
  COOPERATION: ['samarbeid med andre', 'samarbeid med andre'],
  GOALS: ['mål', 'mål'],
  MEASURES: ['tiltak', 'tiltak'],
  PARTICIPANTS: ['deltakere', 'deltakarar'],
  SUB_PLANS: ['delplaner', 'delplanar'],
});
export type PlanSection = CodeIn<typeof planSections>;
/** What a consent to share may name: sections of the plan, and the crisis plan, which is apart from it (F20). */
export const consentSections = codeList('consentSection', {
  ...planSections.words,
  CRISIS_PLAN: same('kriseplan'),
});
export type ConsentSection = CodeIn<typeof consentSections>;

/** Those of them who decide for another because of who they are to that one. */
export const isGuardianship = (role: string | null | undefined): boolean =>
  role === 'GUARDIAN' || role === 'PARENT';

/** What of their rights somebody is informed of (U12). */
export const informationTopics = codeList('informationTopic', {
  PLAN: same('retten til individuell plan'),
  COORDINATOR: same('retten til <coordinator>'),
  CHILD_COORDINATOR: same('retten til barnekoordinator'),
  APPLICATION: ['søknad, og hjelp til å skrive den', 'søknad, og hjelp til å skrive han'],
  SERVICES_BY_DECISION: [
    'at planen er et samarbeidsdokument ved siden av vedtakene om tjenester',
    'at planen er eit samarbeidsdokument ved sida av vedtaka om tenester',
  ],
  CONSENT: [
    'at samtykke er frivillig og kan trekkes tilbake',
    'at samtykke er frivillig og kan trekkjast tilbake',
  ],
  PARTICIPATION: ['retten til å medvirke', 'retten til å medverke'],
  ACCESS: ['innsyn i egne opplysninger', 'innsyn i eigne opplysningar'],
  COMPLAINT: same('retten til å klage'),
});
/** In which ways somebody is informed. */
export const informationWays = codeList('informationWay', {
  CONVERSATION: same('i samtale'),
  PHONE: same('på telefon'),
  LETTER: same('i brev'),
  BROCHURE: same('med brosjyre'),
  DIGITAL: same('digitalt'),
});

/** Units: the usual ones; a municipality's profile adds its own. */
export const units = codeList('unit', {
  KE: same('<unit>'),
  HOME_CARE: ['hjemmetjenesten', 'heimetenesta'],
  SCHOOL: ['skolen', 'skulen'],
  KINDERGARTEN: same('barnehagen'),
  NURSING_HOME: ['sykehjemmet', 'sjukeheimen'],
  HABILITATION: ['habiliteringstjenesten', 'habiliteringstenesta'],
  REHABILITATION: ['rehabiliteringstjenesten', 'rehabiliteringstenesta'],
  DEMENTIA_CARE: ['demensomsorgen', 'demensomsorga'],
  HEALTH_CENTRE: same('helsestasjonen'),
  HEALTH_AND_FAMILY: same('helse og familie'),
  MENTAL_HEALTH: ['psykisk helsetjeneste', 'psykisk helseteneste'],
  CHILD_WELFARE: same('barnevernet'),
  NAV: same('Nav'),
  SERVICE_OFFICE: same('servicekontoret'),
  ALLOCATION_OFFICE: same('tildelingskontoret'),
});

/** What the unit takes up at every meeting, by the municipality's profile (U9). */
export const agendaItems = codeList('agendaItem', {
  PLAN_OVERVIEW: ['oversikt over planene', 'oversikt over planane'],
  COORDINATOR_TRAINING: ['opplæring av nye koordinatorer', 'opplæring av nye koordinatorar'],
  COMPETENCE_PLAN: ['plan for kompetanse og samarbeid', 'plan for kompetanse og samarbeid'],
  PROFESSIONAL_DAYS: ['fagdager', 'fagdagar'],
});
