import type { CodeIn } from '#event-sourcing/codes';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { discrepancies, type Discrepancy, type foundations } from './codes.js';
import { discrepanciesIn } from './discrepancies.js';
import type { Coordination, Report } from './coordination.js';

export const reportRefusals = refusals('coordination', {
  'no-such-report': [
    'No unit reported this of the person.',
    'Ingen enhet har meldt dette om personen.',
    'Inga eining har meldt dette om personen.',
  ],
  'report-over': [
    'This report was confirmed, taken back or ended already.',
    'Denne meldingen er alt bekreftet, trukket tilbake eller avsluttet.',
    'Denne meldinga er alt stadfesta, trekt tilbake eller avslutta.',
  ],
  'report-discrepancies': [
    'The report does not fit yet: {what}. Clear that first.',
    'Meldingen stemmer ikke ennå: {what}. Få det i orden først.',
    'Meldinga stemmer ikkje enno: {what}. Få det i orden først.',
  ],
  'no-such-report.confirmed': [
    'What the report was confirmed as is not there.',
    'Det som meldingen er bekreftet som, finnes ikke.',
    'Det som meldinga er stadfesta som, finst ikkje.',
  ],
  'nothing-completed': [
    'Say at least one thing that was missing.',
    'Si minst én ting som manglet.',
    'Sei minst éin ting som mangla.',
  ],
  'no-report': [
    'This rests on a unit’s report. It begins when that is confirmed.',
    'Dette bygger på en melding fra en enhet. Det begynner når meldingen blir bekreftet.',
    'Dette byggjer på ei melding frå ei eining. Det byrjar når meldinga blir stadfesta.',
  ],
  'discrepancies-follow': [
    'What does not fit follows from what was recorded, and is not corrected.',
    'Avvikene følger av det som er registrert, og rettes ikke.',
    'Avvika følgjer av det som er registrert, og blir ikkje retta.',
  ],
  'date-order.begun': [
    'What is reported had begun by the day of the report.',
    'Det som meldes, hadde begynt den dagen det ble meldt.',
    'Det som blir meldt, hadde byrja den dagen det vart meldt.',
  ],
  'date-order.ended': [
    'What is reported had ended by the day of the report.',
    'Det som meldes slutt, var slutt den dagen det ble meldt.',
    'Det som blir meldt slutt, var slutt den dagen det vart meldt.',
  ],
  'date-order.report': [
    'That day lies before the report. Choose its day or a later one.',
    'Den dagen ligger før meldingen. Velg dagen for meldingen eller en senere dag.',
    'Den dagen ligg før meldinga. Vel dagen for meldinga eller ein seinare dag.',
  ],
  'one-end': [
    'Say what ended: one plan or one report of a plan, or one member of the group or one coordinator.',
    'Si hva som er slutt: én plan eller én melding om plan, eller ett medlem i gruppa eller én koordinator.',
    'Sei kva som er slutt: éin plan eller éi melding om plan, eller éin medlem i gruppa eller éin koordinator.',
  ],
});
const { refusal, refuseIf } = reportRefusals;

export function reportNamed({ reports }: Coordination, reportId: string): Report {
  const report = reports.find((one) => one.reportId === reportId);
  if (!report) throw refusal('no-such-report');
  return report;
}

/** Neither confirmed nor over. */
export const isStanding = ({ state }: Pick<Report, 'state'>): boolean => state === 'REPORTED';

export function standingReport(state: Coordination, reportId: string): Report {
  const report = reportNamed(state, reportId);
  refuseIf(!isStanding(report), 'report-over');
  return report;
}

/** What does not fit in it, as things stand. */
export const discrepanciesOf = (report: Report, state: Coordination): readonly Discrepancy[] =>
  discrepanciesIn(report, { ...state, isEnded: state.endedOn !== undefined });

interface Founded {
  readonly restsOn?: CodeIn<typeof foundations> | undefined;
  readonly reportId?: string | undefined;
}
/** What rests on a unit's report names one that was made and not taken back (invariant 5). */
export function refuseUnreported({ reports }: Coordination, { restsOn, reportId }: Founded): void {
  if (restsOn !== 'UNIT_REPORT') return;
  const isReported = reports.some((one) => one.reportId === reportId && one.state !== 'WITHDRAWN');
  refuseIf(!isReported, 'no-report');
}

const inEnglish: Readonly<Record<Discrepancy, string>> = {
  NO_LEADER: 'nobody leads the unit',
  NO_COORDINATOR: 'the coordinator is missing',
  CONSENT_UNSEEN: 'no consent is recorded',
  ANSWER_MISSING: 'the person has no written answer',
  PLAN_ALREADY_ACTIVE: 'the person has a plan already',
  OTHER_COORDINATOR: 'the person has another coordinator',
  REPORTED_TWICE: 'the person was reported more than once',
  PERSON_DECLINED: 'the person has said no',
  KIN: 'the coordinator is close to the person',
  DECEASED: 'the person is dead',
};
/** What may stand when a report is confirmed: an answer can follow, and of two reports one is chosen. */
const mayStand: readonly Discrepancy[] = ['ANSWER_MISSING', 'REPORTED_TWICE'];

/** Refuses to confirm what does not fit; `known`: what is meant in spite of that, since the register has it already. */
export function refuseDiscrepant(report: Report, state: Coordination, known: readonly Discrepancy[]): void {
  const open = discrepanciesOf(report, state).filter((one) => ![...mayStand, ...known].includes(one));
  const words = open.map((one) => ({ ...wordsOf(discrepancies, one), en: inEnglish[one] }));
  const what = (language: 'en' | 'nb' | 'nn') => words.map((one) => one[language]).join(', ');
  refuseIf(open.length > 0, 'report-discrepancies', {
    what: { en: what('en'), nb: what('nb'), nn: what('nn') },
  });
}
