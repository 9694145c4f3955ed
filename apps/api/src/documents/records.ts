import { caseEvents, caseStream } from '#casework';
import { complaintOf } from '#complaint';
import { coordinationEvents, coordinationStream, subjectIdOfPlan } from '#coordination';
import type { NamedRecord, RecordOfDocument, RecordsOfDocuments } from '#documents/application/index';
import { type Answered, type CommandRunner, readingOf } from '#event-sourcing';
import { keepingOfMeeting, meetingEvents, meetingStream } from '#meeting';
import { subjectOf } from '#subject';

type Found = Answered<RecordOfDocument | undefined>;
type Find = (log: Log, tenant: string, record: NamedRecord) => Promise<Found>;
type Log = Pick<CommandRunner, 'look'>;

const nothing: Found = { answer: undefined, basis: [] };

/** Whose the records are on which documents are filed, as the log has it now. */
export const recordsOfDocuments = (log: Log): RecordsOfDocuments => ({
  of: (tenant, record) => finders[record.recordKind](log, tenant, record),
});

const finders: Readonly<Record<NamedRecord['recordKind'], Find>> = {
  async PERSON(log, tenant, { recordId }) {
    const { exists, survivorId } = await subjectOf(log, tenant, recordId);
    return exists ? ofPerson(log, tenant, survivorId) : nothing;
  },

  async CASE(log, tenant, { recordId: caseId }) {
    const { effective, basis } = await log.look(readingOf(caseEvents), caseStream(tenant, caseId));
    const [opening] = effective;
    return opening === undefined ? nothing : ofPerson(log, tenant, opening.data.subjectId, { caseId, basis });
  },

  async CONSENT(log, tenant, { recordId, subjectId }) {
    if (subjectId === undefined) return nothing;
    const { registrations } = await subjectOf(log, tenant, subjectId);
    return inCoordination(log, tenant, registrations, (type, data) => {
      return type === 'ConsentGiven' && data['consentId'] === recordId;
    });
  },

  async PLAN(log, tenant, { recordId: planId }) {
    const subjectId = subjectIdOfPlan(planId);
    if (subjectId === undefined) return nothing;
    return inCoordination(log, tenant, [subjectId], (_, data) => data['planId'] === planId);
  },

  async MEETING(log, tenant, { recordId: meetingId }) {
    const { effective, basis } = await log.look(readingOf(meetingEvents), meetingStream(tenant, meetingId));
    const { disposedOn } = await keepingOfMeeting(log, tenant, meetingId);
    const isThere = effective.length > 0 && disposedOn === undefined;
    return { answer: isThere ? { ownerId: meetingId } : undefined, basis };
  },

  async COMPLAINT(log, tenant, { recordId }) {
    const { answer, subjectId, basis } = await complaintOf(log, tenant, recordId);
    if (answer.status === 'absent' || subjectId === undefined) return { answer: undefined, basis };
    const { caseId } = answer;
    return ofPerson(log, tenant, subjectId, { basis, ...(caseId !== undefined && { caseId }) });
  },
};

/** What is filed is the person's; nothing is filed of one whose data are disposed of. */
async function ofPerson(
  log: Log,
  tenant: string,
  subjectId: string,
  { caseId, basis = [] }: { readonly caseId?: string; readonly basis?: Found['basis'] } = {},
): Promise<Found> {
  const { exists, disposed, basis: ofSubject } = await subjectOf(log, tenant, subjectId);
  const all = [...basis, ...ofSubject];
  if (!exists || disposed.length > 0) return { answer: undefined, basis: all };
  return { answer: { ownerId: subjectId, subjectId, ...(caseId !== undefined && { caseId }) }, basis: all };
}

/** In whichever registration's stream it stands. */
async function inCoordination(
  log: Log,
  tenant: string,
  subjectIds: readonly string[],
  isIt: (type: string, data: Readonly<Record<string, unknown>>) => boolean,
): Promise<Found> {
  for (const subjectId of subjectIds) {
    const stream = coordinationStream(tenant, subjectId);
    const { effective, basis } = await log.look(readingOf(coordinationEvents), stream);
    if (effective.some(({ type, data }) => isIt(type, data))) {
      return ofPerson(log, tenant, subjectId, { basis });
    }
  }
  return nothing;
}
