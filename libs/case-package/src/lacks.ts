import { codeList } from '#event-sourcing/codes';
import type { EntryCode, Known } from './known.js';

/** What the index has and the case lacks: a package says why, or is not closed. */
export const packageGaps = codeList('packageGap', {
  NO_APPLICATION: ['Det er ikke registrert noen søknad.', 'Det er ikkje registrert nokon søknad.'],
  NO_CONSENT: ['Det er ikke registrert noe samtykke.', 'Det er ikkje registrert noko samtykke.'],
  NO_MAPPING: ['Behovet er ikke kartlagt.', 'Behovet er ikkje kartlagt.'],
  NO_MEETING: [
    'Avgjørelsen ble truffet i et møte, men møtet er ikke registrert.',
    'Avgjerda vart teken i eit møte, men møtet er ikkje registrert.',
  ],
  NO_RECOMMENDATION: ['Nemnda avgjorde uten en innstilling.', 'Nemnda avgjorde utan ei innstilling.'],
  NO_DECISION: ['Det er ikke truffet noen avgjørelse.', 'Det er ikkje teke noka avgjerd.'],
  NO_LETTER: ['Brevet om avgjørelsen er ikke arkivert.', 'Brevet om avgjerda er ikkje arkivert.'],
  NO_DISPATCH: [
    'Det er ikke registrert at avgjørelsen ble sendt.',
    'Det er ikkje registrert at avgjerda vart send.',
  ],
  NO_ASSESSMENT: ['Klagefristen er ikke vurdert.', 'Klagefristen er ikkje vurdert.'],
  NO_DELEGATION: [
    'Det er ikke registrert noen delegering som gjaldt da avgjørelsen ble truffet.',
    'Det er ikkje registrert noka delegering som gjaldt då avgjerda vart teken.',
  ],
  PLAN_NOT_ATTACHED: [
    'Det finnes en individuell plan, men den ligger ikke ved.',
    'Det finst ein individuell plan, men han ligg ikkje ved.',
  ],
  NO_STATEMENT: [
    'Klagen er ikke vurdert på nytt, og det er ingen uttalelse fra kommunen.',
    'Klaga er ikkje vurdert på nytt, og det er inga fråsegn frå kommunen.',
  ],
});
export type PackageGap = keyof typeof packageGaps.words;

/** Why an entry of the index is empty, and needs no explanation. */
export const notNeeded = codeList('packageNotNeeded', {
  NO_MEETING: ['Avgjørelsen ble ikke truffet i et møte.', 'Avgjerda vart ikkje teken i eit møte.'],
  NO_RECOMMENDATION: ['Det ble ikke gitt noen innstilling.', 'Det vart ikkje gitt noka innstilling.'],
  NO_DECISION: ['Det er ikke truffet noen avgjørelse.', 'Det er ikkje teke noka avgjerd.'],
  NO_COMPLAINT: ['Ingen har klaget: dette er en øvelse.', 'Ingen har klaga: dette er ei øving.'],
  NO_PERIOD: [
    'Klagen gjelder ikke noe det løper en klagefrist for.',
    'Klaga gjeld ikkje noko det går ein klagefrist for.',
  ],
  NO_PLAN: ['Det er ikke startet noen individuell plan.', 'Det er ikkje starta nokon individuell plan.'],
  NO_RULE: ['Ingen regler er brukt ennå.', 'Ingen reglar er brukte enno.'],
  NO_OTHERS: ['Det er ingen andre dokumenter i saken.', 'Det er ingen andre dokument i saka.'],
});
export type NotNeeded = keyof typeof notNeeded.words;

/** What stands in for an entry that is empty: a gap, or a reason why there is nothing to tell. */
export type Empty = { readonly gap: PackageGap } | { readonly notNeeded: NotNeeded };

/** Whether an event of one of these types stands, neither struck out nor of another complaint. */
export const has = ({ events }: Pick<Known, 'events'>, ...types: readonly string[]): boolean =>
  events.some(({ type, isStruckOut, isBeside }) => !isStruckOut && !isBeside && types.includes(type));
const filed = ({ documents }: Known, ...kinds: readonly string[]) =>
  documents.some(({ kind }) => kinds.includes(kind));

const gap = (code: PackageGap): Empty => ({ gap: code });
const none = (code: NotNeeded): Empty => ({ notNeeded: code });
/** Of what there is only with a decision. */
const withDecision = (known: Known, isThere: boolean, code: PackageGap) =>
  isThere ? undefined : known.decision === undefined ? none('NO_DECISION') : gap(code);

/** What each entry lacks; undefined where it has what it needs. */
const lacks: Readonly<Record<EntryCode, (known: Known) => Empty | undefined>> = {
  APPLICATION: (known) =>
    has(known, 'ApplicationReceived', 'AssistedApplicationWritten', 'NeedNotified') ||
    filed(known, 'APPLICATION_FORM', 'NEED_NOTICE')
      ? undefined
      : gap('NO_APPLICATION'),
  CONSENT: (known) =>
    has(known, 'ConsentGiven') || filed(known, 'CONSENT_FORM') ? undefined : gap('NO_CONSENT'),
  MAPPING: (known) =>
    has(known, 'MappingCompleted') || filed(known, 'MAPPING') ? undefined : gap('NO_MAPPING'),
  MEETING(known) {
    const isAtOne =
      has(
        known,
        'CaseTreated',
        'KeMeetingConvenedForCase',
        'BoardApproved',
        'BoardReturned',
        'BoardRejected',
      ) || filed(known, 'MINUTES');
    if (isAtOne) return undefined;
    const body = known.decision?.decidedBy;
    return body === 'KE_MEETING' || body === 'BOARD' ? gap('NO_MEETING') : none('NO_MEETING');
  },
  RECOMMENDATION(known) {
    if (has(known, 'RecommendationMade') || filed(known, 'RECOMMENDATION')) return undefined;
    return known.decision?.decidedBy === 'BOARD' ? gap('NO_RECOMMENDATION') : none('NO_RECOMMENDATION');
  },
  DECISION: (known) => (has(known, 'DecisionMade') ? undefined : gap('NO_DECISION')),
  LETTER: (known) => withDecision(known, filed(known, 'DECISION_LETTER'), 'NO_LETTER'),
  DISPATCH: (known) => withDecision(known, has(known, 'DecisionNotified'), 'NO_DISPATCH'),
  COMPLAINT: ({ complaint }) => (complaint === undefined ? none('NO_COMPLAINT') : undefined),
  TIMELINESS(known) {
    if (known.complaint === undefined) return none('NO_COMPLAINT');
    if (has(known, 'ComplaintTimelinessAssessed')) return undefined;
    return known.complaint.hasPeriod ? gap('NO_ASSESSMENT') : none('NO_PERIOD');
  },
  RULES: ({ rules }) => (rules.length > 0 ? undefined : none('NO_RULE')),
  DELEGATION: (known) => withDecision(known, known.delegation !== undefined, 'NO_DELEGATION'),
  PLAN(known) {
    if (filed(known, 'PLAN')) return undefined;
    return known.plans.length > 0 ? gap('PLAN_NOT_ATTACHED') : none('NO_PLAN');
  },
  STATEMENT(known) {
    if (known.complaint === undefined) return none('NO_COMPLAINT');
    return known.statement !== undefined || has(known, 'ComplaintReconsidered')
      ? undefined
      : gap('NO_STATEMENT');
  },
  OTHER: () => undefined,
  TRAIL: () => undefined,
  LEFT_OUT: () => undefined,
};

export const lackOf = (entry: EntryCode, known: Known): Empty | undefined => lacks[entry](known);
