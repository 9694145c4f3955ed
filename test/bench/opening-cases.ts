import { Agent } from 'node:http';
import { type Asked, send, type Target } from './load.js';

/** Data and metadata of the `ApplicationReceived` that is asked for, as stored. */
export const eventBytes = 1_350;

/** The nth request to open a case, for one of these people. */
export const application = (subjects: readonly string[], n: number): Asked => ({
  path: '/v1/cases',
  body: {
    opening: 'APPLICATION',
    subjectId: subjects[n % subjects.length] ?? '',
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
    receivedOn: '2026-01-12',
    channel: 'FORM',
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Jeg vil slippe å fortelle alt på nytt hver gang.',
  },
});

/** Ids of so many people who are registered first. */
export async function registered(target: Target, count: number): Promise<string[]> {
  const agent = new Agent({ keepAlive: true });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = { givenName: 'Testine', familyName: `Måling${n}`, birthDate: '1950-01-01' };
    const { subjectId } = await send(agent, target, { path: '/v1/subjects', body });
    ids.push(String(subjectId));
  }
  agent.destroy();
  return ids;
}
