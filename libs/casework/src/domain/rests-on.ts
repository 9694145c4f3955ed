import { checkChanged, readsSo } from '#event-sourcing/correctable';
import { annulment, correction, Rejection } from '#event-sourcing/decider';
import { annotated, effective, revisedBy, revises, standing, standingFact } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded } from '#event-sourcing/event';
import { type Case, grantedIn, initialState } from './case.js';
import type { ItemCode } from './codes.js';
import { caseEvents, type CaseEvent, stepOf } from './events.js';
import type { AnnulCaseEvent, CorrectCaseEvent, Resting } from './intents.js';
import { refuseIf } from './refusal.js';
import { adopted, check, datesHold, evolve, refuseAfterClosure, refuseUnknownParty } from './rules.js';

type Data = Recorded['data'];
const refusing = { context: 'casework', about: 'case' } as const;

/** What would be recorded of a correction or an annulment; refused with what rests on the event as it stood. */
export function correct(
  { data: { eventId, changed, reason, profile, partyIsKnown, restingElsewhere }, today }: CorrectCaseEvent,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  const target = standingFact(history, eventId, refusing);
  checkChanged(caseEvents, target.type, changed);
  if (readsSo(history, eventId, changed)) return [];
  refuseUnknownParty(partyIsKnown);
  const now = effective(history).find(({ id }) => id === eventId)?.data ?? {};
  stepOf(target.type).byProfile(changed, adopted(profile), now);
  const others = recordedWith(history, target);
  refuseApart(changed, now, others);
  const facts = [
    correction(caseEvents, target, changed, reason),
    ...assessedOn(changed, now, others).map((criterion) =>
      correction(caseEvents, criterion, { assessedOn: changed['decidedOn'] }, reason),
    ),
  ];
  checkRevised(history, facts, restingElsewhere, today);
  return facts;
}

/** What one command recorded stands and falls together: a decision with its criteria, corrections and annulments likewise. */
export function annul(
  { data: { eventId, reasonCode, reason, restingElsewhere }, today }: AnnulCaseEvent,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  const target = standing(history, eventId, refusing);
  const others = recordedWith(history, target);
  if (target.type === 'CriterionAssessed') {
    refuseResting(others.filter(({ type }) => type === 'DecisionMade'));
  }
  const facts = [target, ...others].map((event) => annulment(caseEvents, event, reasonCode, reason));
  checkRevised(history, facts, restingElsewhere, today);
  return facts;
}

/** The other live entries of the command that recorded this one. */
const recordedWith = (history: readonly Recorded[], { id, metadata }: Recorded): Recorded[] =>
  annotated(history)
    .filter(({ event, annulledBy }) => annulledBy === undefined && event.id !== id)
    .map(({ event }) => event)
    .filter((event) => event.metadata.$causationId === metadata.$causationId);

/** The criteria of a decision that moves to another day: they are assessed on its day. */
const assessedOn = (changed: Data, now: Data, others: readonly Recorded[]) =>
  moves('decidedOn', changed, now) ? others.filter(({ type }) => type === 'CriterionAssessed') : [];

/** A criterion is dated as the decision that it belongs to, and moves with it alone. */
const refuseApart = (changed: Data, now: Data, others: readonly Recorded[]) =>
  refuseIf(
    moves('assessedOn', changed, now) && others.some(({ type }) => type === 'DecisionMade'),
    'dated-by-decision',
    'A criterion is dated as the decision that it belongs to: correct decidedOn of the decision, and its criteria follow.',
  );

const moves = (field: string, changed: Data, now: Data): boolean =>
  changed[field] !== undefined && changed[field] !== now[field];

/** Replays the case as it would read afterwards: a step that was allowed before and is not any more rests on what is revised. */
function checkRevised(
  history: readonly Recorded[],
  facts: readonly CorrectionFact[],
  restingElsewhere: readonly Resting[],
  today: string,
): void {
  const before = replay(history);
  const after = replay(revisedBy(history, facts));
  const spoken = facts.map(({ data }) => spokenOf(history, data.corrects));
  const isSpoken = ({ id }: CaseEvent) => spoken.includes(id);
  for (const step of after.steps.filter(isSpoken)) {
    datesHold(step, today);
    const stood = before.steps.find(({ id }) => id === step.id);
    // One that comes back reads as it did when it was recorded, before the closure.
    if (stood && dayOf(step) !== dayOf(stood)) refuseAfterClosure(after.state, step);
  }
  const broken = after.faults.filter(({ step }) => !before.faults.some((known) => known.step.id === step.id));
  const itself = broken.find(({ step }) => isSpoken(step));
  if (itself) throw itself.refusal;

  const told = toldOtherwise(history, before, after);
  refuseResting(
    [...broken.map(({ step }) => step), ...told],
    unsupported(before.state, after.state, restingElsewhere),
    why(broken, told),
  );
}

function dayOf(step: Recorded): unknown {
  const occurs = caseEvents.all[step.type]?.occurs;
  return occurs && step.data[occurs];
}

function refuseResting(steps: readonly Recorded[], elsewhere: Rejection['restsOn'] = [], because = ''): void {
  const here = steps.map(({ id, type, stream }) => ({ eventId: id, type, stream }));
  if (here.length + elsewhere.length === 0) return;
  throw new Rejection(
    'casework/rests-on',
    `Later steps rest on that event as it stands; correct them or mark them as recorded in error first, the newest first.${because}`,
    [...here, ...elsewhere],
  );
}

function why([broken]: Replay['faults'], told: readonly CaseEvent[]): string {
  if (broken) return ` Otherwise ${broken.step.type} would not stand: ${broken.refusal.message}`;
  return told.length > 0 ? ' The written answer told another outcome.' : '';
}

/** The notification of a decision that would have another outcome than the one that it told when it was recorded (U12, U15). */
function toldOtherwise(history: readonly Recorded[], before: Replay, after: Replay): CaseEvent[] {
  if (after.state.status !== 'notified') return [];
  return after.steps.filter((step) => {
    if (step.type !== 'DecisionNotified') return false;
    const told = outcomesIn(replay(history.filter(({ revision }) => revision < step.revision)));
    const wasOtherwise = before.state.status === 'notified' && outcomesIn(before) !== told;
    return outcomesIn(after) !== told && !wasOtherwise;
  });
}

const outcomesIn = ({ steps }: Replay) =>
  steps
    .flatMap((step) => (step.type === 'DecisionMade' ? step.data.items : []))
    .map(({ item, outcome }) => `${item} ${outcome}`)
    .toSorted()
    .join();

interface Replay {
  readonly steps: readonly CaseEvent[];
  readonly state: Case;
  /** Steps that those before them do not allow; they count for nothing in what follows. */
  readonly faults: readonly { readonly step: CaseEvent; readonly refusal: Rejection }[];
}

/** The effective steps of a case, judged by the rules that new facts pass. */
function replay(history: readonly Recorded[]): Replay {
  const steps = effective(history) as CaseEvent[];
  const faults: { step: CaseEvent; refusal: Rejection }[] = [];
  let state = initialState;
  for (const step of steps) {
    try {
      check(state, step);
      state = evolve(state, step);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      faults.push({ step, refusal: error });
    }
  }
  return { steps, state, faults };
}

/** Steps of other streams that rest on one granted item; every other step rests on anything granted at all (U16). */
const itemBehind: Readonly<Record<string, ItemCode>> = {
  PlanStarted: 'INDIVIDUAL_PLAN',
  MemberJoinedGroup: 'GROUP',
};

/** What rests elsewhere on a grant that would no longer be there, or on a decision that would come after it. */
function unsupported(before: Case, after: Case, elsewhere: readonly Resting[]) {
  return elsewhere
    .filter((step) => supports(before, step) && !supports(after, step))
    .map(({ eventId, type, stream }) => ({ eventId, type, stream }));
}

function supports(state: Case, { type, begins }: Resting): boolean {
  const item = itemBehind[type];
  const isGranted = grantedIn(state).some((granted) => item === undefined || granted.item === item);
  return isGranted && 'decidedOn' in state && state.decidedOn <= begins;
}

/** The id of the event that a chain of annulments and corrections speaks of in the end. */
function spokenOf(history: readonly Recorded[], eventId: string): string {
  const target = history.find(({ id }) => id === eventId);
  return target && revises(target) ? spokenOf(history, String(target.data['corrects'])) : eventId;
}
