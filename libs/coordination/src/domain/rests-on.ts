import type { Recorded } from '#event-sourcing/event';
import { ageOffence } from './age.js';
import { type Grants, relianceOf, restingOffence } from './basis.js';
import { givingOffence, withdrawalOffence } from './consents.js';
import { appointmentOffence, gapOffence, releaseOffence, strandedOffence } from './coordinators.js';
import {
  type Coordination,
  type CoordinationEvent,
  effectiveEvents,
  evolve,
  type Happening,
  initialState,
  stateOf,
} from './coordination.js';
import { joiningOffence, leavingOffence } from './group.js';
import { closureOffence, startOffence } from './plans.js';
import { aYearAfter, type Offence, pastDay } from './rule.js';

/** An event that may not stand where it stands. */
export interface Fault {
  readonly event: CoordinationEvent;
  readonly offence: Offence;
}

/** Replays the rules over a stream: what could not have been recorded, were it recorded as it now reads, with decisions as they are now.
 *  Each event is judged as if the ones at fault before it stood, so that only what rests directly is named. */
export function faults(history: readonly Recorded[], today: string, grants: Grants): Fault[] {
  const found: Fault[] = [];
  const end = stateOf(history);
  let state = initialState;
  for (const event of consentsFirst(effectiveEvents(history))) {
    const offence =
      offenceOf(state, event, today) ??
      strandedOffence(event, end, today) ??
      restingOffence(event, grants[relianceOf(event)?.caseId ?? '']);
    if (offence) found.push({ event, offence });
    state = evolve(state, event);
  }
  return found;
}

/** The same for the person's age, as it is known now. */
export const ageFaults = (history: readonly Recorded[], birthYear: number | undefined): Fault[] =>
  effectiveEvents(history).flatMap((event) => {
    const offence = ageOffence(event, birthYear);
    return offence ? [{ event, offence }] : [];
  });

/** A consent covers its days also when it was typed in late; a withdrawal typed in late undoes nothing done before. */
const consentsFirst = (events: readonly CoordinationEvent[]) => [
  ...events.filter(({ type }) => type === 'ConsentGiven'),
  ...events.filter(({ type }) => type !== 'ConsentGiven'),
];

/** What the stream itself says against something that happened or is about to. */
export function offenceOf(
  state: Coordination,
  { type, data }: Happening,
  today: string,
): Offence | undefined {
  switch (type) {
    case 'ConsentGiven':
      return givingOffence(data, today);
    case 'ConsentWithdrawn':
      return withdrawalOffence(state, data, today);
    case 'CoordinatorAppointed':
      return appointmentOffence(state, data, today);
    case 'CoordinatorReleased':
      // The successor of a handover to come is recorded after it: `strandedOffence` looks for one.
      return releaseOffence(state, data, data.reasonCode === 'HANDOVER' ? aYearAfter(today) : today);
    case 'CoordinatorGapDetected':
      return gapOffence(state, data);
    case 'BasisLost':
    case 'BasisRegained':
      return pastDay(data.detectedOn, today, 'The day on which it was detected');
    case 'PlanStarted':
      return startOffence(state, data, today);
    case 'PlanClosed':
      return closureOffence(state, data, today);
    case 'MemberJoinedGroup':
      return joiningOffence(state, data, today);
    case 'MemberLeftGroup':
      return leavingOffence(state, data, today);
  }
}
