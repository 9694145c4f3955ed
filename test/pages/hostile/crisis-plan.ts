import { inDays } from '../../support/days.js';
import type { Filling } from './filled.js';

/** Who coordinates, as the pages know them. */
const coordinator = 'COORDINATOR/demo-coordinator';

/** Whatever is written of a person's crisis plan: withdrawn and drawn up again, given and taken back, printed, and read in an emergency. */
export async function fillCrisisPlan(to: Filling, subjectId: string, partyId: string): Promise<void> {
  const at = `/v1/subjects/${subjectId}/crisis-plan`;
  const by = (path: string, said = {}) => to.post(`${at}${path}`, said, coordinator);
  const written = { withSubject: true, nextReviewOn: inDays(100) };
  await by('', written);
  await by('/withdrawal');
  await by('', written);
  await by('/versions', written);
  const { events } = (await by('/reviews', written)) as unknown as Receipt;
  const recordedInError = { reasonCode: 'NEVER_HAPPENED' };
  await by('/corrections', { eventId: events[0]?.eventId, recordedInError });
  await by('/reviews', written);
  const agreed = { scopes: ['SHARE'], givenBy: 'SUBJECT', sections: ['CRISIS_PLAN'] };
  const { consentId } = await to.post(`/v1/subjects/${subjectId}/consents`, agreed);
  const given = { partyId, consentId, until: inDays(200) };
  const { recipientId } = await by('/recipients', given);
  await by(`/recipients/${recipientId}/end`);
  await by('/recipients', given);
  await by('/copies', { form: 'WALLET' });
  const { readingId } = await to.post(`${at}/emergency-readings`);
  await to.post(`${at}/emergency-readings/${readingId}/review`, { judgement: 'UNJUSTIFIED' }, 'LEADER');
}
interface Receipt {
  readonly events: readonly { readonly eventId: string }[];
}
