import { type Day, plusDays } from '#deadlines';
import { usesUp } from '../codes.js';
import { computedFrom } from '../deadlines/inputs.js';
import { deliveriesIn } from '../deadlines/of-case.js';
import type { Check } from './check.js';
import { type CaseFile, overOn, type Stage } from './file.js';

/** A month from a day, as the rule of preliminary replies has it. */
const monthFrom = (on: Day): Day => computedFrom('PRELIM_REPLY', [{ input: 'RECEIVED', on }]).due ?? on;
const dayAfter = (day: Day): Day => plusDays(day, 1);

/** The preliminary replies of what is to be answered, the last of them last. */
const repliesIn = ({ preliminaryReplies }: CaseFile, { since = '' }: Stage) =>
  preliminaryReplies
    .filter(({ sentOn }) => sentOn >= since)
    .toSorted((one, other) => one.sentOn.localeCompare(other.sentOn));

/** By when an answer is expected: as was said last; within a month of what was last heard where no day was named. */
function expectedBy(file: CaseFile, stage: Stage): Day | undefined {
  if (stage.since === undefined) return undefined;
  const last = repliesIn(file, stage).at(-1);
  return last?.expectedOn ?? monthFrom(last?.sentOn ?? stage.since);
}

/** Passed unheard of: the day after that, where neither an answer nor the end of the case came by then. */
const passed = (due: Day, stage: Stage): Day | undefined => {
  const over = overOn(stage);
  return over !== undefined && over <= due ? undefined : dayAfter(due);
};

const found = (from: Day | undefined) => (from === undefined ? undefined : { from });

/** Written answers, in time, and that they arrived. */
export const answerChecks: readonly Check[] = [
  {
    code: 'ANSWER_MISSING',
    legalBasis: 'fvl. §§ 11 a, 23, 27',
    sentence: [
      'Søknaden har ikke fått et skriftlig svar. Det mangler fra {day}.',
      'Søknaden har ikkje fått eit skriftleg svar. Det manglar frå {day}.',
    ],
    toCome: [
      'Søknaden skal ha et skriftlig svar før {day}.',
      'Søknaden skal ha eit skriftleg svar før {day}.',
    ],
    mend: ({ decidedOn, isSetAside }) => ({
      step:
        isSetAside === true ? 'DecisionAmended' : decidedOn === null ? 'DecisionMade' : 'DecisionNotified',
      by: 'CASEWORKER',
    }),
    find(file, stage) {
      const { receivedOn, withdrawnOn, closureReasonCode } = file;
      if (receivedOn === null || withdrawnOn !== null || stage.notifiedOn !== undefined) return undefined;
      if (usesUp(closureReasonCode)) return undefined;
      if (stage.decidedOn !== undefined) return { from: stage.decidedOn };
      return found(stage.endedOn ?? dayAfter(expectedBy(file, stage) ?? receivedOn));
    },
  },
  {
    code: 'LATE_WITHOUT_REPLY',
    legalBasis: 'fvl. § 11 a',
    sentence: [
      'Det gikk mer enn en måned uten svar og uten foreløpig svar. Fristen gikk ut før {day}.',
      'Det gjekk meir enn ein månad utan svar og utan førebels svar. Fristen gjekk ut før {day}.',
    ],
    toCome: [
      'Kommer ikke svaret før {day}, skal et foreløpig svar si hvorfor.',
      'Kjem ikkje svaret før {day}, skal eit førebels svar seie kvifor.',
    ],
    mend: { step: 'PreliminaryReplySent', by: 'CASEWORKER' },
    find(file, stage) {
      if (stage.since === undefined || repliesIn(file, stage).length > 0) return undefined;
      return found(passed(monthFrom(stage.since), stage));
    },
  },
  {
    code: 'DEADLINE_UNEXPLAINED',
    legalBasis: 'fvl. § 11 a',
    sentence: [
      'Svaret kom ikke da det var lovet, eller grunnen til ventetiden er ikke oppgitt. Det gjelder fra {day}.',
      'Svaret kom ikkje då det var lova, eller grunnen til ventetida er ikkje oppgitt. Det gjeld frå {day}.',
    ],
    toCome: [
      'Svaret er lovet før {day}. Kommer det ikke da, skal et nytt foreløpig svar si hvorfor.',
      'Svaret er lova før {day}. Kjem det ikkje då, skal eit nytt førebels svar seie kvifor.',
    ],
    mend: { step: 'PreliminaryReplySent', by: 'CASEWORKER' },
    find(file, stage) {
      const last = repliesIn(file, stage).at(-1);
      if (last === undefined) return undefined;
      if (last.reasonCode === 'OTHER' && last.reason === null) return { from: last.sentOn };
      return last.expectedOn === null ? undefined : found(passed(last.expectedOn, stage));
    },
  },
  {
    code: 'DISPATCH_UNPROVEN',
    legalBasis: 'fvl. § 27; pbrl. § 7-5',
    sentence: [
      'Svaret er sendt, men det er ikke bevist at det kom fram til alle som skulle ha det. Klagefristen regnes fra en antatt dag.',
      'Svaret er sendt, men det er ikkje bevist at det kom fram til alle som skulle ha det. Klagefristen blir rekna frå ein tenkt dag.',
    ],
    toCome: [
      'Før {day} bør det være bevist at svaret kom fram.',
      'Før {day} bør det vere bevist at svaret kom fram.',
    ],
    mend: { step: 'AnswerDelivered', by: 'CASEWORKER' },
    find(file, { decidedOn, notifiedOn }) {
      if (decidedOn === undefined || notifiedOn === undefined) return undefined;
      const ofIt = file.dispatches.filter(
        ({ decisionId }) => decisionId === null || decisionId === file.decisionId,
      );
      const inputs = [...deliveriesIn(ofIt), { input: 'DECIDED', on: decidedOn } as const];
      const { steps, isAssumed } = computedFrom('COMPLAINT_PBRL', inputs);
      const delivered = steps.find((step) => step.step === 'DELIVERED');
      if (delivered === undefined) return { from: notifiedOn };
      return isAssumed ? { from: dayAfter(delivered.on) } : undefined;
    },
  },
];
