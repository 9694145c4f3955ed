import type { CommandRunner } from '#event-sourcing';
import { type Timeliness, timelinessOf } from '../domain/timeliness.js';
import { complaintOf } from '../questions.js';
import { askAround } from './circumstances.js';

/** What the rules would make today of when a complaint came; undefined of one that has not come. */
export async function timelinessToday(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  complaintId: string,
): Promise<Timeliness | undefined> {
  const { answer: state, subjectId } = await complaintOf(log, tenant, complaintId);
  if (state.status === 'absent' || state.received === undefined || subjectId === undefined) return undefined;
  const type = 'ComplaintTimelinessAssessed';
  const { asked } = await askAround(log, tenant, { type, named: {}, subjectId, actorId: '', state });
  return timelinessOf({ ...state, received: state.received }, asked, undefined);
}
