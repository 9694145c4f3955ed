import { checkDates } from '#event-sourcing/dates';
import { effective } from '#event-sourcing/effective';
import type { Recorded } from '#event-sourcing/event';
import { type Fault, refusalIn } from '#event-sourcing/revise';
import type { Birth } from '#vocabulary';
import { basisRefusals, type Reliance } from './basis.js';
import { type Coordination, initialState } from './coordination.js';
import { type CoordinationEvent, coordinationEvents, type StepFact, stepOf } from './events.js';
import type { Around } from './step.js';

/** A step as decided or as read back. */
export type AnyStep = CoordinationEvent | StepFact;

export const check = (state: Coordination, { type, data }: AnyStep, around: Around): void =>
  stepOf(type).check(state, data, around);

export const evolve = (state: Coordination, { type, data }: AnyStep): Coordination =>
  stepOf(type).evolve(state, data);

/** Refuses what the person's age on that day forbids. */
export const ofAge = ({ type, data }: AnyStep, birth: Birth): void => stepOf(type).ofAge(data, birth);

/** Refuses what would have happened after today, and a year that nobody's papers can hold. */
export const datesHold = ({ type, data }: AnyStep, today: string): void =>
  checkDates(basisRefusals, coordinationEvents.declared[type].fields, data, today);

/** How an event relies on a decision; most do not. */
export const relianceOf = ({ type, data }: AnyStep): Reliance | undefined => stepOf(type).relianceOf(data);

/** A stream as it should have been recorded. */
export const effectiveEvents = (history: readonly Recorded[]) =>
  effective(history) as readonly Recorded[] as readonly CoordinationEvent[];

/** One event as it now reads; undefined where it was annulled. */
export const readingOf = (eventId: string, history: readonly Recorded[]) =>
  effectiveEvents(history).find(({ id }) => id === eventId);

/** The state after a stream's effective events. */
export const stateOf = (history: readonly Recorded[]): Coordination =>
  effectiveEvents(history).reduce(evolve, initialState);

/** What a replay is told beside the stream. */
export type Known = Omit<Around, 'end'> & {
  readonly birthYear?: number | undefined;
  readonly birthDate?: string | undefined;
};

/**
 * Replays the rules over a stream: what could not have been recorded, were it recorded as it now reads, with decisions as they are now.
 * Each event is judged as if the ones at fault before it stood, so that only what rests directly is named.
 */
export function faultsIn(
  history: readonly Recorded[],
  { today, grants, birthYear, birthDate }: Known,
): Fault[] {
  const around = { today, grants, end: stateOf(history) };
  let state = initialState;
  return consentsFirst(effectiveEvents(history)).flatMap((event) => {
    const before = state;
    state = evolve(state, event);
    const said = [
      refusalIn(() => check(before, event, around)),
      refusalIn(() => ofAge(event, birthDate ?? birthYear)),
    ];
    return said.flatMap((refusal) => (refusal ? [{ event, refusal }] : []));
  });
}

/**
 * A consent covers its days also when it was typed in late; a withdrawal typed in late undoes nothing done before. Given anew on the day of
 * a withdrawal it comes after that.
 */
function consentsFirst(events: readonly CoordinationEvent[]): CoordinationEvent[] {
  const isFirst = (event: CoordinationEvent, at: number) =>
    event.type === 'ConsentGiven' &&
    !events
      .slice(0, at)
      .some(({ type, data }) => type === 'ConsentWithdrawn' && data.withdrawnOn === event.data.givenOn);
  return [...events.filter(isFirst), ...events.filter((event, at) => !isFirst(event, at))];
}
