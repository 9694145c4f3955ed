import type { Recorded } from '#event-sourcing/event';
import { isAdult } from './age.js';
import { type Coordination, isCoordinated } from './coordination.js';
import type { DataOf, StepFact } from './events.js';
import type { DetectCoordinatorGap } from './intents.js';
import { hasLeft, isNeeded, type Left } from './need.js';
import { effectiveEvents, stateOf } from './rules.js';

/** One gap after the last who left (U7, invariant 4): an alarm of that day; the register computes from the days themselves. */
export function detectCoordinatorGap(
  { data: { subjectId, birthYear }, today }: DetectCoordinatorGap,
  state: Coordination,
  history: readonly Recorded[],
): StepFact[] {
  const left = lastLeft(state, today);
  if (!left || isCoordinated(state, today) || !isNeeded(state, today)) return [];
  const gap = gapAfter(left.appointmentId, state, birthYear);
  return gap && !isNoticed(gap, history, birthYear)
    ? [{ type: 'CoordinatorGapDetected', data: { subjectId, ...gap } }]
    : [];
}

export type Gap = Omit<DataOf<'CoordinatorGapDetected'>, 'subjectId'>;

/** The gap that this one left: none where somebody coordinated on that day, or nobody was needed. */
export function gapAfter(
  appointmentId: string,
  state: Coordination,
  birthYear: number | undefined,
): Gap | undefined {
  const left = state.appointments.filter(hasLeft).find((one) => one.appointmentId === appointmentId);
  return left && !isCoordinated(state, left.releasedOn) && isNeeded(state, left.releasedOn)
    ? { appointmentId, kind: kindMissing(left, birthYear), since: left.releasedOn }
    : undefined;
}

/** An adult needs no child coordinator, but an ordinary one (pbrl §§ 2-5b, 2-5c). */
const kindMissing = ({ kind, releasedOn, releaseReason }: Left, birthYear: number | undefined) =>
  releaseReason === 'TURNED_18' || isAdult(birthYear, releasedOn) ? 'ORDINARY' : kind;

/** The last who left by that day; of two on one day, the one appointed later. */
const lastLeft = ({ appointments }: Coordination, today: string) =>
  appointments
    .filter(hasLeft)
    .filter(({ releasedOn }) => releasedOn <= today)
    .toSorted((one, other) =>
      one.releasedOn < other.releasedOn ? -1 : Number(one.releasedOn > other.releasedOn),
    )
    .at(-1);

/** Noticed, and there ever since: the notice stands, or somebody put it aside as an error. */
function isNoticed(
  { appointmentId }: Gap,
  history: readonly Recorded[],
  birthYear: number | undefined,
): boolean {
  const isNotice = ({ type, data }: Pick<Recorded, 'type' | 'data'>) =>
    type === 'CoordinatorGapDetected' && data['appointmentId'] === appointmentId;
  const at = history.findLastIndex(isNotice);
  if (at === -1) return false;
  const wasThere = (_: Recorded, later: number) =>
    gapAfter(appointmentId, stateOf(history.slice(0, at + 1 + later)), birthYear) !== undefined;
  return effectiveEvents(history).some(isNotice) || history.slice(at).every(wasThere);
}
