import { inDays } from '../../support/days.js';
import type { Filling } from './filled.js';

const neverHappened = { recordedInError: { reasonCode: 'NEVER_HAPPENED' } };

/** Goes once through whatever of a complaint takes a text: one about a decision of the case, and one about none. */
export async function fillComplaints(
  to: Filling,
  caseId: string,
  subjectId: string,
): Promise<readonly string[]> {
  const { decisionId } = (await to.get(`/v1/cases/${caseId}`)) as { decisionId: string };
  const asking = { caseId, decisionId, requestedBy: 'SUBJECT' };
  const { complaintId, requestId } = await to.post('/v1/complaints/grounds-requests', asking);
  const first = `/v1/complaints/${complaintId}`;
  const given = { channel: 'LETTER', isComplete: false };
  await to.post(`${first}/grounds-requests/${requestId}/grounds`, given);
  await to.post(`${first}/grounds-requests`, asking);
  await to.post(`${first}/documents-shown`, { givenTo: 'SUBJECT', channel: 'IN_PERSON' });
  const came = { way: 'EMAIL', complainant: 'SUBJECT' };
  await to.post(`${first}/receipt`, { ...came, matters: ['DECISION'] });
  const assessed = await to.post(`${first}/timeliness`, { outcome: 'IN_TIME' });
  await to.post(`${first}/corrections`, { eventId: assessed.events[0].eventId, ...neverHappened });
  await to.post(`${first}/withdrawal`, { withdrawnBy: 'SUBJECT' });

  const about = { ...came, subjectId, matters: ['MISSING_ANSWER', 'IDLE_PLAN', 'WISH', 'OTHER'] };
  const other = await to.post('/v1/complaints', about);
  const second = `/v1/complaints/${other.complaintId}`;
  await to.post(`${second}/reconsideration`, { outcome: 'UPHELD', decidedBy: 'KE' });
  await closePackage(to, second, caseId);
  await to.post(`${second}/forwarding`, { channel: 'LETTER' });
  const more = await to.post(`${second}/further-requests`, { answerBy: inDays(14) });
  await to.post(`${second}/further-requests/${more.requestId}/answer`);
  const decided = { outcome: 'GRANTED', decidedOn: inDays(0), arrivedOn: inDays(0) };
  await to.post(`${second}/outcome`, { ...decided, complyBy: inDays(30) });
  await to.post(`${second}/compliance`);
  return [complaintId, other.complaintId];
}

/** Closes the package of a complaint about no case, with whatever may be written in one: the same in both, what was seen is what is closed. */
async function closePackage(to: Filling, complaint: string, caseId: string): Promise<void> {
  const says = (field: string) => to.marks.textFor(`Packages_close.${field}`, 300);
  const path = `${complaint}/packages`;
  // More may be explained than lacks.
  const explained = {
    explanations: [{ entry: 'PLAN', text: says('explanations.text') }],
    statement: says('statement'),
  };
  const reason = says('omissions.reason');
  const without = async (looked: string) => {
    const { texts } = await to.post(looked, explained);
    const { eventId, field } = texts[0];
    const said = {
      ...explained,
      omissions: [{ kind: 'TEXT', what: eventId, field, ground: 'OTHER', reason }],
    };
    return { said, digest: (await to.post(looked, said)).digest };
  };
  const { said, digest } = await without(`${path}/preview`);
  await to.post(path, { ...said, digest });
  await without(`/v1/cases/${caseId}/package-rehearsal`);
}
