import type { Recorded } from '#event-sourcing/event';
import { refusalIn } from '#event-sourcing/revise';
import { liveReliances, refuseUngranted, type Reliance } from './basis.js';
import type { Coordination } from './coordination.js';
import type { StepFact } from './events.js';
import type { CheckBasis } from './intents.js';

/** Records once that live steps have lost their decision, and once that they have one again. Ended ones need none. */
export function checkBasis(
  { data: { subjectId, caseId, grant }, today }: CheckBasis,
  state: Coordination,
  history: readonly Recorded[],
): StepFact[] {
  const live = liveReliances(state);
  const isLost = (one: Reliance) => refusalIn(() => refuseUngranted(one, subjectId, grant)) !== undefined;
  const lost = live
    .filter((one) => one.caseId === caseId)
    // By the decision by which it began, and by the one that is in force now.
    .filter((one) => isLost(one) || (one.begins < today && isLost({ ...one, begins: today })))
    .map(({ id }) => id);
  const noticed = lastNoticed(caseId, history);
  const about = { subjectId, caseId, detectedOn: today };
  if (lost.length > 0) {
    return sameIds(noticed, lost) ? [] : [{ type: 'BasisLost', data: { ...about, restsOn: lost } }];
  }
  // What lives on may have been corrected to rest on another case, which is asked by itself.
  return live.some(({ id }) => noticed.includes(id)) ? [{ type: 'BasisRegained', data: about }] : [];
}

/** What was last recorded as lost and not regained since. A loss that was annulled stays noticed. */
function lastNoticed(caseId: string, history: readonly Recorded[]): readonly string[] {
  const last = history.findLast(
    ({ type, data }) => (type === 'BasisLost' || type === 'BasisRegained') && data['caseId'] === caseId,
  );
  return last?.type === 'BasisLost' ? (last.data['restsOn'] as readonly string[]) : [];
}

const sameIds = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && other.every((id) => one.includes(id));
