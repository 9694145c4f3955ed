import type { TrailEntry } from '../trail/recorded-entries.js';

/**
 * The trail of a meeting for whoever sees the case list as it was fixed (S6): nothing of cases that came off it before, nor that one came off and on
 * again.
 */
export function asFixed(entries: readonly TrailEntry[]): readonly TrailEntry[] {
  const recorded = entries.toSorted((one, other) => Number(one.revision - other.revision));
  const putOn = new Map<unknown, string>();
  for (const { type, eventId, data, annulledBy } of recorded) {
    if (annulledBy !== null) continue;
    if (type === 'CasePutOnAgenda') putOn.set(data['caseId'], eventId);
    if (type === 'CaseTakenOffAgenda') putOn.delete(data['caseId']);
  }
  const untold = new Set<string>();
  for (const { type, eventId, data, corrects } of recorded) {
    const { caseId } = data;
    const isOfAnother = caseId !== undefined && !putOn.has(caseId);
    const isPast =
      type === 'CaseTakenOffAgenda' || (type === 'CasePutOnAgenda' && putOn.get(caseId) !== eventId);
    if (isOfAnother || isPast || (corrects !== null && untold.has(corrects))) untold.add(eventId);
  }
  return entries.filter(({ eventId }) => !untold.has(eventId));
}
