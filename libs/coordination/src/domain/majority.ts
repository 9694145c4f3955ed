import type { Intent } from '#event-sourcing/decider';
import type { Birth } from '#vocabulary';
import { isAdult } from './age.js';
import type { Coordination } from './coordination.js';
import type { StepFact } from './events.js';

/** Ends the coordinating for a child who has come of age by this day; sent on each day that begins. */
export type EndAtMajority = Intent<
  'EndAtMajority',
  { readonly subjectId: string; readonly day: string; readonly birth: Birth }
>;

/** A child coordinator, and who stands in for one, is for those under 18 (pbrl § 2-5c, invariant 12). Who was to begin never does. */
export function endAtMajority(
  { data: { subjectId, day, birth } }: EndAtMajority,
  { appointments }: Coordination,
): StepFact[] {
  if (!isAdult(birth, day)) return [];
  return appointments
    .filter(({ kind, releasedOn }) => kind === 'CHILD' && releasedOn === undefined)
    .map(({ appointmentId, validFrom }): StepFact => {
      const releasedOn = validFrom > day ? validFrom : day;
      return {
        type: 'CoordinatorReleased',
        data: { subjectId, appointmentId, releasedOn, reasonCode: 'TURNED_18' },
      };
    });
}
