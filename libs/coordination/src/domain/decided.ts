import type { Recorded } from '#event-sourcing/event';
import type { Coordination } from './coordination.js';
import type { StepFact } from './events.js';
import { check, datesHold, evolve, ofAge } from './rules.js';
import type { Asked, Step } from './step.js';

/** What a step comes to, and how the stream reads after it. */
export interface Decided {
  readonly state: Coordination;
  readonly history: readonly Recorded[];
  readonly facts: readonly StepFact[];
}

/** The facts of one step, each judged by the state before it. */
export function decided(
  step: Step,
  said: Recorded['data'],
  { state, history, asked }: Omit<Decided, 'facts'> & { readonly asked: Asked },
): Decided {
  const { subjectId, today, grants, birthDate, birthYear } = asked;
  const facts = step
    .decide(said, { state, history, asked })
    .map((fact) => ({ type: fact.type, data: { ...fact.data, subjectId } }) as unknown as StepFact);
  const around = { today, grants, end: facts.reduce(evolve, state) };
  facts.reduce((before, fact) => {
    check(before, fact, around);
    datesHold(fact, today);
    ofAge(fact, birthDate ?? birthYear);
    return evolve(before, fact);
  }, state);
  return { state: around.end, history: [...history, ...facts.map(asRead)], facts };
}

/** As what comes after it in the same append sees it: it has no id yet that anything names. */
const asRead = ({ type, data }: StepFact) => ({ type, data, id: '', stream: '' }) as unknown as Recorded;
