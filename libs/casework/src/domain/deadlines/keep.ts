import { type Day, plusDays } from '#deadlines';
import { annulment } from '#event-sourcing/decider';
import { effective, revises } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded } from '#event-sourcing/event';
import { rootOf } from '#event-sourcing/revise';
import { caseEvents, type CaseEvent, type CaseFact, type DataOf } from '../events.js';
import type { CaseRule, DeadlineReason, InputCode, LiftReason } from './codes.js';
import { factsIn } from './facts.js';
import type { DeadlineInput } from './inputs.js';
import type { KeepDeadlines } from './intent.js';
import { type CaseFacts, deadlinesOf, type FoundDeadline, isOver, isOwed } from './of-case.js';
import { carriedTo, type StandingDeadline, standingIn } from './standing.js';

type Noted = CaseFact | CorrectionFact;

/** What is not noted yet; nothing where all is, so that it may be asked any number of times. */
export function keepDeadlines(
  { data: { target, tables, dayBegins }, today }: KeepDeadlines,
  history: readonly Recorded[],
): readonly Noted[] {
  const events = effective(history) as unknown as readonly CaseEvent[];
  const [about] = history;
  if (about === undefined) return [];
  const facts = factsIn(events);
  const found = new Map(
    deadlinesOf(facts, target, tables)
      .filter(({ deadline }) => deadline.due !== undefined)
      .map((one) => [one.rule, one]),
  );
  const standing = standingIn(events);
  const { caseId, subjectId } = about.data as { readonly caseId: string; readonly subjectId: string };
  let sets = history.filter(({ type }) => type === 'DeadlineSet').length;
  const keeping: Keeping = {
    about: { caseId, subjectId },
    facts,
    history,
    today,
    dayBegins,
    newId: () => `${caseId}.${(sets += 1)}`,
  };
  return [...new Set([...standing.keys(), ...found.keys()])].flatMap((rule) => {
    const [stands, is] = [standing.get(rule), found.get(rule)];
    if (is === undefined) return stands === undefined ? [] : lifted(stands, keeping);
    if (stands !== undefined && isAsFound(stands, is)) return outcomeOf(is, stands, keeping);
    const set = setFact(is, stands, keeping);
    return [set, ...outcomeOf(is, { set, ...carriedTo(set.data, stands) }, keeping)];
  });
}

interface Keeping {
  readonly about: { readonly caseId: string; readonly subjectId: string };
  readonly facts: CaseFacts;
  readonly history: readonly Recorded[];
  readonly today: Day;
  readonly dayBegins: boolean;
  readonly newId: () => string;
}
type SetFact = { readonly type: 'DeadlineSet'; readonly data: DataOf<'DeadlineSet'> };
/** A deadline, and what is noted of it. */
type Outcomes = Omit<StandingDeadline, 'set'> & { readonly set: Pick<SetFact, 'data'> };

function isAsFound({ set: { data }, lifted }: StandingDeadline, { deadline, inputs, about }: FoundDeadline) {
  return (
    lifted === undefined &&
    data.ruleVersion === deadline.version &&
    data.dueOn === deadline.due &&
    sameInputs(data.inputs, inputs) &&
    (data.items ?? []).join() === about.join()
  );
}

const factOf = (fact: object) => fact as CaseFact;

function setFact(
  { rule, inputs, about, deadline }: FoundDeadline,
  before: StandingDeadline | undefined,
  keeping: Keeping,
): SetFact & CaseFact {
  const { version: ruleVersion, due = '', nominal = due, workBy, isAssumed: assumed } = deadline;
  const data = {
    ...keeping.about,
    deadlineId: keeping.newId(),
    ...(before && { replaces: before.set.data.deadlineId }),
    reasonCode: reasonFor({ inputs, deadline }, before, keeping),
    rule,
    ruleVersion,
    ...(about.length > 0 && { items: about }),
    inputs,
    nominalOn: nominal,
    dueOn: due,
    ...(workBy !== undefined && { workBy }),
    assumed,
    setOn: keeping.today,
  };
  return factOf({ type: 'DeadlineSet', data }) as SetFact & CaseFact;
}

/** What became of it and is not noted yet; a note that no longer holds is taken back, but no passing because a clock was set back. */
function outcomeOf(
  { rule, doneOn, deadline: { due = '' } }: FoundDeadline,
  { set, met, missed, expired }: Outcomes,
  { about, history, today, dayBegins }: Keeping,
): readonly Noted[] {
  const which = { ...about, deadlineId: set.data.deadlineId, rule, dueOn: due };
  const late = doneOn !== null && doneOn > due;
  const hasPassed = dayBegins && today > due;
  const isMissed = isOwed(rule) && (late || (doneOn === null && (hasPassed || missed !== undefined)));
  const after = plusDays(due, 1);
  const hasOther = met !== undefined && (met.data.metOn !== doneOn || met.data.late !== late);
  const back = (note: CaseEvent | undefined) => (note === undefined ? [] : [takenBack(note, history)]);
  return [
    ...(isMissed ? [] : back(missed)),
    ...(hasOther ? back(met) : []),
    ...(isMissed && missed === undefined
      ? [factOf({ type: 'DeadlineMissed', data: { ...which, missedOn: after } })]
      : []),
    ...(!isOwed(rule) && hasPassed && expired === undefined
      ? [factOf({ type: 'DeadlineExpired', data: { ...which, expiredOn: after } })]
      : []),
    ...(doneOn !== null && (met === undefined || hasOther)
      ? [factOf({ type: 'DeadlineMet', data: { ...which, late, metOn: doneOn } })]
      : []),
  ];
}

/** By the system, as nobody else says of its notes. */
const takenBack = (note: CaseEvent, history: readonly Recorded[]): CorrectionFact =>
  annulment(
    caseEvents,
    history.find(({ id }) => id === note.id) ?? note,
    'OTHER',
    'Det som fristen bygger på, er registrert senere eller rettet.',
  );

/** Nothing is owed by it, or may be done, any more; what was done by it, or ran out, stays as it was. */
function lifted(
  { set, met, expired, lifted }: StandingDeadline,
  { about, facts, today }: Keeping,
): readonly Noted[] {
  if ([met, expired, lifted].some((one) => one !== undefined)) return [];
  const { deadlineId, rule, dueOn } = set.data;
  const data = { ...about, deadlineId, rule, dueOn, reasonCode: whyLifted(facts, rule), liftedOn: today };
  return [factOf({ type: 'DeadlineLifted', data })];
}

function whyLifted(facts: CaseFacts, rule: CaseRule): LiftReason {
  if (!isOwed(rule)) {
    return facts.decidedOn !== null && facts.dispatches.length > 0 ? 'NOT_DELIVERED' : 'CORRECTED';
  }
  if (!isOver(facts)) return 'CORRECTED';
  return facts.withdrawnOn !== null ? 'WITHDRAWN' : facts.closedOn !== null ? 'CLOSED' : 'DECLINED';
}

/** What is different of what it is computed from tells why. */
function reasonFor(
  { inputs, deadline }: Pick<FoundDeadline, 'inputs' | 'deadline'>,
  before: StandingDeadline | undefined,
  { facts, history }: Pick<Keeping, 'facts' | 'history'>,
): DeadlineReason {
  if (before === undefined) return 'FIRST';
  const { set, lifted } = before;
  if (lifted !== undefined) return 'TAKEN_UP_AGAIN';
  if (set.data.ruleVersion !== deadline.version) return 'RULE_VERSION';
  const [was, is] = [set.data.inputs, inputs];
  const differs = (...codes: readonly InputCode[]) => !sameInputs(only(was, codes), only(is, codes));
  if (differs('RECEIVED') && is.some(({ input, on }) => input === 'RECEIVED' && on === facts.setAsideOn)) {
    return 'SET_ASIDE';
  }
  if (differs('RECEIVED')) return isCorrectedSince(set, history) ? 'RECEIVED_CORRECTED' : 'KNOWN_EARLIER';
  if (differs('PRELIMINARY_REPLY')) return 'PRELIMINARY_REPLY';
  if (differs('DECIDED')) return isCorrectedSince(set, history) ? 'CORRECTED' : 'OTHER_DECISION';
  if (differs('DELIVERED', 'POSTED', 'SENT_DIGITALLY', 'NOT_DELIVERED')) return 'DELIVERY';
  if (differs('TARGET')) return 'TARGET';
  if (differs('RULE_VERSION', 'RULE_FOR_LATER')) return 'RULE_VERSION';
  return 'CORRECTED';
}

const only = (inputs: readonly DeadlineInput[], codes: readonly InputCode[]) =>
  inputs.filter(({ input }) => codes.includes(input));

/** Whether somebody corrected or annulled anything of the case after it was set. */
const isCorrectedSince = (set: Pick<Recorded, 'revision'>, history: readonly Recorded[]) =>
  history.some(
    (event) =>
      event.revision > set.revision &&
      revises(event) &&
      caseEvents.all[rootOf(event, history).type]?.isNotice !== true,
  );

const names = ['input', 'on', 'until', 'count', 'unit', 'reasonCode'] as const;
/** In whichever order their fields stand. */
const sameInputs = (some: readonly DeadlineInput[], others: readonly DeadlineInput[]) =>
  textOf(some) === textOf(others);
const textOf = (inputs: readonly DeadlineInput[]) =>
  JSON.stringify(inputs.map((one) => names.map((name) => one[name] ?? null)));
