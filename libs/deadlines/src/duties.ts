import { type Day, dayOf, earliest, endOf } from './days.js';
import type { Deadline, Step } from './deadline.js';
import type { InputsOf } from './inputs.js';
import { type RuleId, rules, versionOn } from './rules.js';
import { type End, endAfter, endOn, workByOf } from './running.js';

interface Duty extends Omit<End, 'nominal'> {
  readonly nominal?: Day | undefined;
}

/** A duty or a target, met where it was done on its last day or before. */
function duty(rule: RuleId, { nominal, due, steps }: Duty, doneOn: Day | undefined, version = '1'): Deadline {
  const verdict = doneOn === undefined ? undefined : doneOn <= due ? 'MET' : 'MISSED';
  return { rule, version, nominal, due, workBy: workByOf({ due }), isAssumed: false, verdict, steps };
}

/** Within a month from when it reached any door of the municipality, an answer or word of when it comes (fvl § 11 a). */
export function preliminaryReply(inputs: InputsOf['PRELIM_REPLY']): Deadline {
  const { receivedOn, receivedAt, oralOn, writtenOn, doneOn, calendarTest } = inputs;
  const days = [receivedOn, receivedAt === undefined ? undefined : dayOf(receivedAt), oralOn, writtenOn];
  const on = earliest(days.filter((day) => day !== undefined));
  if (on === undefined) throw new RangeError('PRELIM_REPLY: when it was received is not told');
  const { versions, roll } = rules.PRELIM_REPLY;
  const { version, period } = versionOn(inputs.ruleTable ?? versions, on, calendarTest);
  return duty('PRELIM_REPLY', endAfter(on, period, roll), doneOn, version);
}

/** The municipality's own target; a reply in time that says why it takes longer, and until when, names a new day, which binds. */
export function decisionTime(inputs: InputsOf['DECISION_TIME']): Deadline {
  const {
    receivedOn,
    target = rules.DECISION_TIME.versions[0].period,
    profile,
    preliminaryReplies = [],
  } = inputs;
  const begun = endAfter(receivedOn, target, profile?.rollover ?? rules.DECISION_TIME.roll);
  const end = preliminaryReplies.reduce<End>((end, { sentOn, expectedOn, reasonCode }) => {
    if (expectedOn === undefined || reasonCode === undefined || sentOn > end.due) return end;
    const promised: Step = { step: 'PROMISED', on: sentOn, to: expectedOn };
    return { nominal: expectedOn, due: expectedOn, steps: [...end.steps, promised] };
  }, begun);
  return duty('DECISION_TIME', end, inputs.doneOn);
}

/** The municipality's own target for changing the decision or forwarding the complaint (fvl § 33). */
export function complaintHandling(inputs: InputsOf['COMPLAINT_HANDLING']): Deadline {
  const { receivedOn, target = rules.COMPLAINT_HANDLING.versions[0].period, profile, doneOn } = inputs;
  return duty(
    'COMPLAINT_HANDLING',
    endAfter(receivedOn, target, profile?.rollover ?? rules.COMPLAINT_HANDLING.roll),
    doneOn,
  );
}

/** The day that the plan names, as written; else so long after it was approved or last revised. */
export function planReview({ nextReviewOn, approvedOn, profile, doneOn }: InputsOf['PLAN_REVIEW']): Deadline {
  if (nextReviewOn !== undefined) {
    const { steps, ...end } = endOn(nextReviewOn, rules.PLAN_REVIEW.roll);
    return duty('PLAN_REVIEW', { ...end, steps: [{ step: 'NAMED', on: nextReviewOn }, ...steps] }, doneOn);
  }
  if (approvedOn === undefined) throw new RangeError('PLAN_REVIEW: when the plan was approved is not told');
  const interval = profile?.reviewInterval ?? rules.PLAN_REVIEW.versions[0].period;
  return duty('PLAN_REVIEW', endAfter(approvedOn, interval, rules.PLAN_REVIEW.roll), doneOn);
}

/** From the last meeting that was held, whenever it should have been. */
export function unitMeeting({ lastMeetingOn, profile, doneOn }: InputsOf['KE_MEETING']): Deadline {
  const interval = profile?.interval ?? rules.KE_MEETING.versions[0].period;
  return duty('KE_MEETING', endAfter(lastMeetingOn, interval, rules.KE_MEETING.roll), doneOn);
}

/** Whoever was born on 29 February may consent from 28 February, and has a child coordinator until that day is over: both are in their favour. */
export function birthday(rule: 'CHILD_16' | 'CHILD_18', { born }: InputsOf['CHILD_16']): Deadline {
  const { period } = rules[rule].versions[0];
  const last = endOf(born, period);
  const on = rule === 'CHILD_18' && last.slice(5) !== born.slice(5) ? `${last.slice(0, 4)}-03-01` : last;
  return {
    rule,
    version: '1',
    nominal: on,
    due: on,
    isAssumed: false,
    steps: [{ step: 'PERIOD', period, from: born, to: on }],
  };
}

/** The last day on which a consent holds: the first of what it says itself and what the municipality allows at most. */
export function consentExpiry(inputs: InputsOf['CONSENT_EXPIRY']): Deadline {
  const { givenOn, until, duration, profile, usedOn } = inputs;
  const ends: (readonly [Day, Step])[] = [];
  if (until !== undefined) ends.push([until, { step: 'NAMED', on: until }]);
  if (givenOn !== undefined && duration !== undefined) {
    const to = endOf(givenOn, duration);
    ends.push([to, { step: 'PERIOD', period: duration, from: givenOn, to }]);
  }
  if (givenOn !== undefined && profile?.maxDuration !== undefined) {
    const { maxDuration: period } = profile;
    ends.push([endOf(givenOn, period), { step: 'LIMITED', period, from: givenOn }]);
  }
  const due = earliest(ends.map(([day]) => day));
  const steps = ends.flatMap(([day, step]) => (day === due ? [step] : [])).slice(0, 1);
  const isOver = due !== undefined && usedOn !== undefined && usedOn > due;
  const verdict = usedOn === undefined ? undefined : isOver ? 'EXPIRED' : 'VALID';
  return { rule: 'CONSENT_EXPIRY', version: '1', nominal: due, due, isAssumed: false, verdict, steps };
}
