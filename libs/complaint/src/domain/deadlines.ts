import { computeDeadline, type Day, daysFrom, type Deadline, plusDays, sentenceOf } from '#deadlines';
import { annulment, type Intent } from '#event-sourcing/decider';
import { effective } from '#event-sourcing/effective';
import type { Recorded } from '#event-sourcing/event';
import type { Fact } from '#event-sourcing/step';
import type { Complaint, Present } from './complaint.js';
import { complaintEvents, type ComplaintEvent } from './events.js';
import type { ComplaintDeadlineReason } from './steps/deadlines.js';

/** Notes what follows today for the deadline of a complaint from what stands in it; sent when something was recorded there, and when a day begins. */
export type KeepDeadlines = Intent<
  'KeepDeadlines',
  {
    /** By which day the municipality means to have handled what it received on a day; undefined where it has set itself none. */
    readonly target: (receivedOn: Day) => Day | undefined;
    /** Whether a day begins: what has passed is noted then. */
    readonly dayBegins: boolean;
  }
>;

interface Inputs {
  readonly receivedOn: Day;
  readonly targetDays?: number | undefined;
}

/** By when a complaint is to be handled (fvl § 33), by the municipality's own target or the usual one. */
export const handlingDeadline = ({ receivedOn, targetDays }: Inputs): Deadline =>
  computeDeadline('COMPLAINT_HANDLING', {
    receivedOn,
    ...(targetDays !== undefined && { target: `P${targetDays}D` as const }),
  });

/** How it came about, in bokmål and nynorsk, to those who handle or judge the complaint. */
export function handlingSentences(inputs: Inputs): readonly [nb: string, nn: string] {
  const deadline = handlingDeadline(inputs);
  return [sentenceOf(deadline, 'nb', 'STAFF'), sentenceOf(deadline, 'nn', 'STAFF')];
}

/** What is not noted yet; nothing where all is, so that it may be asked any number of times. */
export function keepDeadlines(
  { data: { target, dayBegins }, today }: KeepDeadlines,
  state: Complaint,
  history: readonly Recorded[],
): readonly Fact[] {
  const stands = standingIn(history);
  if (state.status === 'absent' || state.received === undefined) return allBack(stands, history);
  const { receivedOn } = state.received;
  const aim = target(receivedOn);
  const inputs: Inputs = { receivedOn, ...(aim !== undefined && { targetDays: daysFrom(receivedOn, aim) }) };
  const { version: ruleVersion, due: dueOn = receivedOn, workBy } = handlingDeadline(inputs);
  const is = { ruleVersion, ...inputs, dueOn, ...(workBy !== undefined && { workBy }) };
  const before = stands?.set.data;
  const isAsSet = before !== undefined && reasonFor(before, is) === undefined;
  const sets = history.filter(({ type }) => type === 'ComplaintDeadlineSet').length;
  const about = idsOf(history);
  const deadlineId = isAsSet ? before.deadlineId : `${about.complaintId}.${sets + 1}`;
  const set = {
    ...about,
    deadlineId,
    ...(before && { replaces: before.deadlineId }),
    reasonCode: before === undefined ? 'FIRST' : reasonFor(before, is),
    rule: 'COMPLAINT_HANDLING',
    ...is,
    setOn: today,
  };
  // A passing is noted once for a last day: what was noted of one with the same stays.
  const notes = before?.dueOn === dueOn ? stands : undefined;
  return [
    ...(isAsSet ? [] : [{ type: 'ComplaintDeadlineSet', data: set }]),
    ...outcomeOf({ ...about, deadlineId, rule: 'COMPLAINT_HANDLING', dueOn }, notes, {
      doneOn: handledOn(state),
      hasPassed: dayBegins && today > dueOn,
      history,
    }),
  ];
}

interface Outcome {
  readonly doneOn: Day | undefined;
  readonly hasPassed: boolean;
  readonly history: readonly Recorded[];
}

/** What became of it and is not noted yet; a note that no longer holds is taken back, but no passing because a clock was set back. */
function outcomeOf(
  which: Readonly<Record<string, string>> & { readonly dueOn: Day },
  noted: Standing | undefined,
  { doneOn, hasPassed, history }: Outcome,
): readonly Fact[] {
  const { dueOn } = which;
  const { met, missed } = noted ?? {};
  const late = doneOn !== undefined && doneOn > dueOn;
  const isMissed = late || (doneOn === undefined && (hasPassed || missed !== undefined));
  const isOther = met !== undefined && (met.data.metOn !== doneOn || met.data.late !== late);
  return [
    ...(!isMissed && missed ? [takenBack(missed, history)] : []),
    ...(isOther ? [takenBack(met, history)] : []),
    ...(isMissed && missed === undefined
      ? [{ type: 'ComplaintDeadlineMissed', data: { ...which, missedOn: plusDays(dueOn, 1) } }]
      : []),
    ...(doneOn !== undefined && (met === undefined || isOther)
      ? [{ type: 'ComplaintDeadlineMet', data: { ...which, late, metOn: doneOn } }]
      : []),
  ];
}

/** When nothing was left of it for the municipality to do by then: changed, forwarded, withdrawn or dismissed. */
function handledOn({ assessed, reconsidered, forwardedOn, withdrawnOn }: Present): Day | undefined {
  const days = [
    assessed?.outcome === 'LATE_REJECTED' ? assessed.assessedOn : undefined,
    reconsidered?.outcome === 'CHANGED' ? reconsidered.reconsideredOn : undefined,
    forwardedOn,
    withdrawnOn,
  ];
  return days.filter((day) => day !== undefined).toSorted()[0];
}

type Of<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { readonly type: Type }>;
interface Standing {
  readonly set: Of<'ComplaintDeadlineSet'>;
  readonly met?: Of<'ComplaintDeadlineMet'> | undefined;
  readonly missed?: Of<'ComplaintDeadlineMissed'> | undefined;
}

/** The deadline as it was set last, and what was noted of it or of one with the same last day before it. */
function standingIn(history: readonly Recorded[]): Standing | undefined {
  let stands: Standing | undefined;
  for (const event of effective(history) as unknown as readonly ComplaintEvent[]) {
    if (event.type === 'ComplaintDeadlineSet') {
      const isSame = stands?.set.data.dueOn === event.data.dueOn;
      stands = { ...(isSame ? stands : {}), set: event };
    }
    if (stands === undefined) continue;
    if (event.type === 'ComplaintDeadlineMet') stands = { ...stands, met: event };
    if (event.type === 'ComplaintDeadlineMissed') stands = { ...stands, missed: event };
  }
  return stands;
}

/** What is different of what it is computed from tells why; undefined where nothing is. */
function reasonFor(
  was: Of<'ComplaintDeadlineSet'>['data'],
  is: Inputs & { readonly ruleVersion: string; readonly dueOn: Day },
): ComplaintDeadlineReason | undefined {
  if (was.receivedOn !== is.receivedOn) return 'RECEIVED_CORRECTED';
  if (was.targetDays !== is.targetDays) return 'TARGET';
  return was.ruleVersion === is.ruleVersion && was.dueOn === is.dueOn ? undefined : 'RULE_VERSION';
}

/** Of a complaint that never came: nothing of its deadline stands. */
const allBack = (stands: Standing | undefined, history: readonly Recorded[]): readonly Fact[] =>
  [stands?.met, stands?.missed, stands?.set].flatMap((note) =>
    note === undefined ? [] : [takenBack(note, history)],
  );

/** By the system, as nobody else says of its notes. */
const takenBack = (note: ComplaintEvent, history: readonly Recorded[]) =>
  annulment(
    complaintEvents,
    history.find(({ id }) => id === note.id) ?? (note as unknown as Recorded),
    'OTHER',
    'Det som fristen bygger på, er registrert senere eller rettet.',
  );

function idsOf([first]: readonly Recorded[]) {
  const { complaintId, subjectId } = (first?.data ?? {}) as {
    readonly complaintId: string;
    readonly subjectId: string;
  };
  return { complaintId, subjectId };
}
