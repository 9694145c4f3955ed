import { type CodeIn, codeList, same } from '#event-sourcing/codes';
import { planSections } from '#vocabulary';

export { planSections };
export type { PlanSection } from '#vocabulary';

const { WHAT_MATTERS, RESOURCES, NEEDS, HOW, COOPERATION } = planSections.words;
/** The sections that are written entry by entry, beside the person's own story. */
export const planEntrySections = codeList('planEntrySection', {
  WHAT_MATTERS,
  RESOURCES,
  NEEDS,
  HOW,
  COOPERATION,
});
export type PlanEntrySection = CodeIn<typeof planEntrySections>;
/** Whose words an entry is: the person's, those of who coordinates, of kin, or another's (H12). */
export const planAuthors = codeList('planAuthor', {
  PERSON: ['personen selv', 'personen sjølv'],
  COORDINATOR: same('<coordinator>'),
  KIN: ['pårørende', 'pårørande'],
  OTHER: ['en annen', 'ein annan'],
});
export type PlanAuthor = CodeIn<typeof planAuthors>;

export const goalKinds = codeList('goalKind', {
  MAIN: same('hovedmål'),
  PART: ['delmål', 'delmål'],
});

/** Who sees to a measure; nobody hinders the person's own (F3, F10). */
export const measureResponsibles = codeList('measureResponsible', {
  UNIT: ['en enhet i kommunen', 'ei eining i kommunen'],
  PERSON: ['personen selv', 'personen sjølv'],
  KIN: ['pårørende', 'pårørande'],
  EXTERNAL: ['en tjeneste utenfor kommunen', 'ei teneste utanfor kommunen'],
});
export type MeasureResponsible = CodeIn<typeof measureResponsibles>;

/** From which field or level somebody takes part (A5). */
export const planSectors = codeList('planSector', {
  KIN: ['pårørende', 'pårørande'],
  HEALTH_CARE: ['helse og omsorg i kommunen', 'helse og omsorg i kommunen'],
  SCHOOL: ['skole eller barnehage', 'skule eller barnehage'],
  CHILD_WELFARE: ['barnevernet', 'barnevernet'],
  NAV: same('Nav'),
  SPECIALIST: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
  VOLUNTARY: same('frivillig organisasjon'),
  OTHER: ['annet', 'anna'],
});

/** What a plan of a part of the whole is (A6). */
export const subPlanTypes = codeList('subPlanType', {
  IOP: ['individuell opplæringsplan', 'individuell opplæringsplan'],
  TREATMENT: ['behandlingsplan', 'behandlingsplan'],
  TRAINING: ['treningsprogram', 'treningsprogram'],
  OTHER: ['annen delplan', 'annan delplan'],
});

/** What a review came to. */
export const planReviewOutcomes = codeList('planReviewOutcome', {
  GOES_ON: ['planen fortsetter som den er', 'planen held fram som han er'],
  TO_REVISE: ['planen skal endres', 'planen skal endrast'],
  TO_CLOSE: ['planen skal avsluttes', 'planen skal avsluttast'],
});
/** In which way the owner approved. */
export const planApprovalWays = codeList('planApprovalWay', {
  SIGNED: ['underskrevet på papir', 'skriven under på papir'],
  IN_MEETING: ['muntlig i møte', 'munnleg i møte'],
  ORAL: ['muntlig', 'munnleg'],
  DIGITAL: same('digitalt'),
});
/** Why a plan rests for a time. */
export const planPauseReasons = codeList('planPauseReason', {
  OWN_WISH: ['etter ønske fra personen', 'etter ønske frå personen'],
  ADMITTED: ['personen er innlagt', 'personen er innlagd'],
  AWAY: ['personen er bortreist', 'personen er bortreist'],
  OTHER: ['annet', 'anna'],
});

/** What became of something from one version of a plan to the next. */
export const planChanges = codeList('planChange', {
  ADDED: same('nytt'),
  CHANGED: ['endret', 'endra'],
  REMOVED: same('ute av planen'),
});
export type PlanChange = CodeIn<typeof planChanges>;

/** The nine things that every plan has (the regulation on habilitation and rehabilitation § 19, a to i). */
export const planContents = codeList('planContent', {
  A: ['mål, ressurser og behov', 'mål, ressursar og behov'],
  B: ['hvem som deltar', 'kven som deltek'],
  C: ['koordinator', 'koordinator'],
  D: ['hva hver enkelt bidrar med', 'kva kvar enkelt bidreg med'],
  E: ['tiltak, omfang og hvem som har ansvaret', 'tiltak, omfang og kven som har ansvaret'],
  F: ['hvordan tiltakene skal gjennomføres', 'korleis tiltaka skal gjennomførast'],
  G: ['planperiode og tidspunkt for gjennomgang', 'planperiode og tidspunkt for gjennomgang'],
  H: [
    'samtykke til planen og til at opplysninger deles',
    'samtykke til planen og til at opplysningar blir delte',
  ],
  I: ['samarbeid med andre tjenesteytere', 'samarbeid med andre tenesteytarar'],
});
export type PlanContent = CodeIn<typeof planContents>;
/** What one of them lacks. */
export const planLacks = codeList('planLack', {
  NO_GOAL: ['Det er ikke satt noe mål.', 'Det er ikkje sett noko mål.'],
  NO_RESOURCES: ['Ressursene er ikke beskrevet.', 'Ressursane er ikkje skildra.'],
  NO_NEEDS: ['Behovene er ikke beskrevet.', 'Behova er ikkje skildra.'],
  NO_PARTICIPANT: ['Ingen andre enn personen deltar ennå.', 'Ingen andre enn personen deltek enno.'],
  NO_COORDINATOR: ['Personen har ingen koordinator i dag.', 'Personen har ingen koordinator i dag.'],
  NO_CONTRIBUTION: [
    'Det er ikke avtalt hva hver deltaker bidrar med.',
    'Det er ikkje avtalt kva kvar deltakar bidreg med.',
  ],
  NO_MEASURE: ['Det er ikke avtalt noe tiltak.', 'Det er ikkje avtalt noko tiltak.'],
  NO_EXTENT: ['Et tiltak mangler omfang.', 'Eit tiltak manglar omfang.'],
  NO_CLEARANCE: [
    'Kostnaden ved et tiltak er ikke avklart med lederen.',
    'Kostnaden ved eit tiltak er ikkje avklart med leiaren.',
  ],
  NO_HOW: [
    'Det er ikke beskrevet hvordan tiltakene gjennomføres.',
    'Det er ikkje skildra korleis tiltaka blir gjennomførte.',
  ],
  NO_PERIOD: ['Planperioden er ikke satt.', 'Planperioden er ikkje sett.'],
  PERIOD_ENDED: ['Planperioden er ute.', 'Planperioden er ute.'],
  NO_REVIEW_DAY: [
    'Det er ikke satt noen dag for neste gjennomgang.',
    'Det er ikkje sett nokon dag for neste gjennomgang.',
  ],
  NO_PLAN_CONSENT: ['Samtykke til planen gjelder ikke i dag.', 'Samtykke til planen gjeld ikkje i dag.'],
  NO_SHARE_CONSENT: [
    'Samtykke til å dele opplysninger gjelder ikke i dag.',
    'Samtykke til å dele opplysningar gjeld ikkje i dag.',
  ],
  NO_COOPERATION: ['Samarbeidet med andre er ikke beskrevet.', 'Samarbeidet med andre er ikkje skildra.'],
});
export type PlanLack = CodeIn<typeof planLacks>;
