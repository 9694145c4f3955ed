import { annulment, correction } from '#event-sourcing/decider';
import { annotated, effective, revisedBy, standing, standingFact } from '#event-sourcing/effective';
import { type CorrectionFact, dayIn, type Recorded } from '#event-sourcing/event';
import type { Phrase, Standing } from '#event-sourcing/refusals';
import {
  broken,
  correctionOf,
  type Fault,
  refusalIn,
  refuseItself,
  refuseResting,
  rootOf,
  spokenOf,
  standingOf,
  whyBroken,
} from '#event-sourcing/revise';
import { type Case, decisionsIn, inForceOn, initialState, isGrant } from './case.js';
import { caseEvents, type CaseEvent, stepOf } from './events.js';
import type { AnnulCaseEvent, CorrectCaseEvent, Resting } from './intents.js';
import { readOtherwise } from './read-otherwise.js';
import { caseRefusals } from './refusals.js';
import { adopted, check, datesHold, evolve, refuseAfterClosure } from './rules.js';
import { deadlineRefusals } from './steps/deadlines.js';
import { refuseDisqualified } from './steps/disqualification.js';
import { refuseUnreadNow } from './steps/reading.js';
import { type DecidedThen, unreadNow } from './unread.js';

type Data = Recorded['data'];
const { refuseIf } = caseRefusals;

/** What would be recorded of a correction or an annulment; refused with what rests on the event as it stood. */
export function correct(
  { data: { profile, meeting, authority, partyIsKnown, unknownCode, ...asked }, today }: CorrectCaseEvent,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  refuseNoted(standingFact(history, asked.eventId, caseRefusals), history);
  const correcting = correctionOf(caseEvents, caseRefusals, asked, history);
  if (!correcting) return [];
  const { target, now, fact } = correcting;
  const { changed, reason } = asked;
  refuseIf(!partyIsKnown, 'unknown-party');
  refuseIf(unknownCode !== undefined, 'unknown-code', unknownCode);
  const { targetGroups } = profile ?? {};
  const around = { profile: adopted(profile), meeting, authority, kin: asked.kin, targetGroups };
  stepOf(target.type).admit(changed, around, now);
  const others = recordedWith(history, target);
  refuseApart(changed, now, others);
  const facts = [
    fact,
    ...assessedOn(changed, now, others).map((criterion) =>
      correction(caseEvents, criterion, { assessedOn: changed['decidedOn'] }, reason),
    ),
  ];
  checkRevised(history, facts, asked, today);
  return facts;
}

/** What one command recorded stands and falls together: a decision with its criteria, corrections and annulments likewise. */
export function annul(
  { data: { eventId, reasonCode, reason, ...asked }, today }: AnnulCaseEvent,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  const target = standing(history, eventId, caseRefusals);
  refuseNoted(target, history);
  const others = recordedWith(history, target);
  if (target.type === 'CriterionAssessed') {
    const decisions = others.filter(isDecision);
    refuseResting(caseRefusals, decisions.map(standingOf));
  }
  const facts = [target, ...others].map((event) => annulment(caseEvents, event, reasonCode, reason));
  checkRevised(history, facts, asked, today);
  return facts;
}

/** What the system notes follows from what else is recorded, and nobody says it otherwise. */
const refuseNoted = (target: Recorded, history: readonly Recorded[]) =>
  deadlineRefusals.refuseIf(
    caseEvents.all[rootOf(target, history).type]?.isNotice === true,
    'not-correctable.deadline',
  );

/** The other live entries of the command that recorded this one. */
const recordedWith = (history: readonly Recorded[], { id, metadata }: Recorded): Recorded[] =>
  annotated(history)
    .filter(({ event, annulledBy }) => annulledBy === undefined && event.id !== id)
    .map(({ event }) => event)
    .filter((event) => event.metadata.$causationId === metadata.$causationId);

/** The criteria of a decision that moves to another day: they are assessed on its day. */
const assessedOn = (changed: Data, now: Data, others: readonly Recorded[]) =>
  moves('decidedOn', changed, now) ? others.filter(({ type }) => type === 'CriterionAssessed') : [];

const isDecision = ({ type }: Recorded) => type === 'DecisionMade' || type === 'DecisionAmended';

/** A criterion is dated as the decision that it belongs to, and moves with it alone. */
const refuseApart = (changed: Data, now: Data, others: readonly Recorded[]) =>
  refuseIf(moves('assessedOn', changed, now) && others.some(isDecision), 'dated-by-decision');

const moves = (field: string, changed: Data, now: Data): boolean =>
  changed[field] !== undefined && changed[field] !== now[field];

/** Replays the case as it would read afterwards: a step that was allowed before and is not any more rests on what is revised. */
function checkRevised(
  history: readonly Recorded[],
  facts: readonly CorrectionFact[],
  { actorId, restingElsewhere }: Pick<AnnulCaseEvent['data'], 'actorId' | 'restingElsewhere'>,
  today: string,
): void {
  const before = replay(history);
  const after = replay(revisedBy(history, facts));
  const isSpoken = spokenOf(history, facts);
  refuseUnqualified(before, [...before.steps, ...after.steps].filter(isSpoken), actorId);
  for (const step of after.steps.filter(isSpoken)) {
    datesHold(step, today);
    const stood = before.steps.find(({ id }) => id === step.id);
    // One that comes back reads as it did when it was recorded, before the closure.
    if (stood && dayOf(step) !== dayOf(stood)) refuseAfterClosure(after.state, step);
  }
  const faults = broken(before.faults, after.faults, isSame);
  refuseItself(faults, isSpoken);
  refuseItself(broken(before.strays, after.strays, isSame), isSpoken);

  const unread = unreadNow(before, after, actorId);
  const isOwn = ({ event }: Pick<DecidedThen, 'event'>) =>
    isSpoken(event) || recordedWith(history, event).some((other) => isSpoken(other as CaseEvent));
  const unreadElsewhere = new Set(unread.filter((one) => !isOwn(one)).map(({ event }) => event));
  const told = toldOtherwise(history, before, after);
  const read = readOtherwise(history, before.steps, after.steps).filter((step) => isAllowed(after, step));
  refuseResting(
    caseRefusals,
    [
      ...[...faults.map(({ event }) => event), ...told, ...read, ...unreadElsewhere].map(standingOf),
      ...unsupported(before.state, after.state, restingElsewhere),
    ],
    whyBroken(faults) ?? (told.length > 0 ? toldAnother : read.length > 0 ? readAnother : ''),
  );
  refuseUnreadNow(unread.filter(isOwn));
}

const isSame = (known: Fault, { event }: Fault) => known.event.id === event.id;

/** Nobody who is disqualified in the case revises what prepares or makes its decision, or the own disqualification (fvl § 6). */
function refuseUnqualified({ state }: Replay, spoken: readonly CaseEvent[], actorId: string | undefined) {
  const isTheirs = ({ type, data }: CaseEvent) =>
    stepOf(type).isByQualified ||
    (type === 'CaseworkerDisqualified' && (data as Data)['disqualifiedId'] === actorId);
  if (actorId !== undefined && state.status !== 'absent' && spoken.some(isTheirs)) {
    refuseDisqualified(state, actorId);
  }
}

const dayOf = ({ type, data }: Recorded) => dayIn(caseEvents.all[type], data);

const toldAnother: Phrase = {
  en: ' The written answer told another outcome.',
  nb: ' Det skriftlige svaret sa noe annet.',
  nn: ' Det skriftlege svaret sa noko anna.',
};

const readAnother: Phrase = {
  en: ' What was read, or concluded on, said something else. What rests on it is annulled first.',
  nb: ' Det som ble lest, eller konkludert på, sa noe annet. Det som bygger på det, annulleres først.',
  nn: ' Det som vart lese, eller konkludert på, sa noko anna. Det som byggjer på det, blir annullert først.',
};

const isAllowed = ({ faults }: Replay, { id }: CaseEvent) => !faults.some(({ event }) => event.id === id);

/** What told a decision that would have another outcome than the one that it told when it was recorded (U12, U15). */
function toldOtherwise(history: readonly Recorded[], before: Replay, after: Replay): CaseEvent[] {
  return after.steps.filter((step) => {
    if (step.type !== 'DecisionNotified' || !isAllowed(after, step)) return false;
    const earlier = ({ revision }: Pick<Recorded, 'revision'>) => revision < step.revision;
    const told = outcomesIn(replay(history.filter(earlier)).steps);
    const now = outcomesIn(after.steps.filter(earlier));
    const stood = before.steps.some(({ id }) => id === step.id);
    const wasOtherwise = stood && outcomesIn(before.steps.filter(earlier)) !== told;
    return now !== told && !wasOtherwise;
  });
}

/** What these steps come to answer. */
const outcomesIn = (steps: readonly CaseEvent[]) =>
  (decisionsIn(steps.reduce(evolve, initialState)).at(-1)?.answers ?? [])
    .map(({ item, outcome }) => `${item} ${outcome}`)
    .toSorted()
    .join();

interface Replay {
  readonly steps: readonly CaseEvent[];
  readonly state: Case;
  /** Steps that those before them do not allow; they count for nothing in what follows. */
  readonly faults: readonly Fault[];
  /** Steps that are there and that no correction could make so. */
  readonly strays: readonly Fault[];
  /** Decisions, with the case as it stood before each. */
  readonly decided: readonly DecidedThen[];
}

/** The effective steps of a case, judged by the rules that new facts pass. */
function replay(history: readonly Recorded[]): Replay {
  const steps = effective(history) as CaseEvent[];
  const faults: Fault[] = [];
  const strays: Fault[] = [];
  const decided: DecidedThen[] = [];
  let state = initialState;
  for (const step of steps) {
    const refusal = refusalIn(() => check(state, step));
    if (refusal) {
      faults.push({ event: step, refusal });
      continue;
    }
    const strayed = refusalIn(() => stepOf(step.type).whenRevised(state, step.data));
    if (strayed) strays.push({ event: step, refusal: strayed });
    if ((step.type === 'DecisionMade' || step.type === 'DecisionAmended') && 'receivedOn' in state) {
      decided.push({ event: step, standing: state, decision: step.data });
    }
    state = evolve(state, step);
  }
  return { steps, state, faults, strays, decided };
}

/** What rests elsewhere on a grant that would no longer be there, or on a decision that would come after it. */
const unsupported = (before: Case, after: Case, elsewhere: readonly Resting[]): Standing[] =>
  elsewhere
    .filter((step) => supports(before, step) && !supports(after, step))
    .map(({ eventId, type, stream }) => ({ eventId, type, stream }));

function supports(state: Case, { needs, begins }: Resting): boolean {
  const answers = inForceOn(decisionsIn(state), begins)?.answers ?? [];
  return answers.some((answer) => isGrant(answer) && (needs === 'ANYTHING' || answer.item === needs));
}
