import { effective } from '#event-sourcing/effective';
import type { Recorded } from '#event-sourcing/event';
import { type CaseEvent, stepOf } from './events.js';

/**
 * The board's conclusions and the second readings that would be of something else than what was read, or concluded on, when they were recorded
 * (inv. 6): of another recommendation or request, or of one with other items or criteria. What is put back as it was is not refused.
 */
export const readOtherwise = (
  history: readonly Recorded[],
  before: readonly CaseEvent[],
  after: readonly CaseEvent[],
): CaseEvent[] =>
  after.filter((step) => {
    if (stepOf(step.type).reads === undefined || !before.some(({ id }) => id === step.id)) return false;
    const now = readBy(step, after);
    const then = effective(history.filter(({ revision }) => revision < step.revision));
    return now !== readBy(step, before) && now !== readBy(step, then);
  });

/** What this step is said of. */
function readBy({ type, revision }: CaseEvent, steps: readonly Recorded[]): string {
  const { reads } = stepOf(type);
  const read = steps.findLast((step) => step.type === reads && step.revision < revision);
  return JSON.stringify([read?.id, read?.data['items'], read?.data['criteria']]);
}
