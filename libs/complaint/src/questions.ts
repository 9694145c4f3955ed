import { type Answered, type CommandRunner, type Standing, standingOf, streamName } from '#event-sourcing';
import { type Complaint, holds } from './domain/complaint.js';
import { complaintDecider } from './domain/decide.js';
import { complaintEvents } from './domain/events.js';

type Log = Pick<CommandRunner, 'look'>;

export const complaintStream = (tenant: string, complaintId: string) =>
  streamName(complaintEvents.category, tenant, complaintId);

const telling = ['ComplaintDecided', 'ComplaintDecidedCorrected', 'RecordedInErrorMarked'];

/** Complaints, as those ask who send cases back. */
export const complaintsThatSetAside = {
  category: complaintEvents.category,
  passesOver: new Set(Object.keys(complaintEvents.all).filter((type) => !telling.includes(type))),
  async setAsideBy(log: Log, tenant: string, complaintId: string) {
    const { answer: state, basis } = await complaintOf(log, tenant, complaintId);
    const there = state.status === 'present' ? state : undefined;
    const { caseId, received, decided } = there ?? {};
    const isSo = caseId !== undefined && received !== undefined && decided?.outcome === 'SET_ASIDE';
    const answer = isSo
      ? { caseId, items: received.items, setAsideOn: decided.decidedOn, arrivedOn: decided.arrivedOn }
      : undefined;
    return { answer, basis };
  },
};

/** Whose complaint it is, also when all of its events were annulled, and how it stands; nobody's where there is none. */
export async function complaintOf(
  log: Log,
  tenant: string,
  complaintId: string,
): Promise<Answered<Complaint> & { readonly subjectId: string | undefined }> {
  const { state, history, basis } = await log.look(complaintDecider, complaintStream(tenant, complaintId));
  const owner = history[0]?.data['subjectId'];
  return { answer: state, subjectId: typeof owner === 'string' ? owner : undefined, basis };
}

/** What keeps a person's data from being disposed of: what began the complaint, until nothing of it is left to be done. */
export async function openComplaint(
  log: Log,
  tenant: string,
  complaintId: string,
): Promise<Answered<readonly Standing[]>> {
  const { state, effective, basis } = await log.look(complaintDecider, complaintStream(tenant, complaintId));
  const [beginning] = effective;
  return { answer: beginning !== undefined && holds(state) ? [standingOf(beginning)] : [], basis };
}
