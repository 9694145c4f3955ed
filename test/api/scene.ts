import { randomUUID } from 'node:crypto';
import { type Answer, ApiClient } from '../support/api-client.js';
import { done } from './procedure.js';

interface Task {
  readonly kind: string;
  readonly subject: { readonly subjectId: string } | null;
}
type Fields = Readonly<Record<string, unknown>>;
type Item = 'INDIVIDUAL_PLAN' | 'COORDINATOR' | 'CHILD_COORDINATOR' | 'GROUP';

const ofPlan = ['LONG_TERM', 'COORDINATED'];
const ofChild = ['CHILD_IN_FAMILY', 'CHILD_SERIOUS_CONDITION', 'CHILD_LONG_TERM', 'CHILD_COMPLEX'];
/** Every condition of these items, met or not. */
export const criteriaOf = (items: readonly Item[], met = true) =>
  [
    ...(items.some((item) => item !== 'CHILD_COORDINATOR') ? ofPlan : []),
    ...(items.includes('CHILD_COORDINATOR') ? ofChild : []),
  ].map((criterion) => ({ criterion, met, reason: met ? 'Behovet varer.' : 'Bare én tjeneste.' }));
export const decisionOn = (items: readonly Item[], body: string, decidedOn: string, outcome = 'GRANTED') => ({
  items: items.map((item) => ({
    item,
    outcome,
    ...(outcome !== 'GRANTED' && { reason: 'Bare én tjeneste.' }),
  })),
  criteria: criteriaOf(items, outcome !== 'REFUSED'),
  decidedBy: { body, decidedOn },
  legalBasis: items.includes('CHILD_COORDINATOR') ? 'HOL_7_2A' : 'HOL_7_1_7_2',
});
export const recommendation = (items: readonly Item[], recommendedOn: string) => ({
  items: items.map((item) => ({ item, outcome: 'GRANTED' })),
  criteria: criteriaOf(items),
  recommendedOn,
});

/** The municipality's director delegates something, from before anything in a scene. */
export async function delegated(url: string, municipality: string, scope: string, toRole: string) {
  const leader = await ApiClient.as(url, 'LEADER', municipality);
  const delegation = { scope, fromRole: 'MUNICIPAL_DIRECTOR', toRole, validFrom: '2026-01-01' };
  return done(await leader.post('/v1/delegations', delegation));
}

/** What waits in each of them: what the case lacks, the answer, and the question whether what began long ago is still right. */
const ofEveryCase = [
  'APPLICATION_TO_COMPLETE',
  'DECISION_TO_NOTIFY',
  'STANDING_TO_REVIEW',
  'DEADLINE_NEAR',
  'DEADLINE_OVERDUE',
];
export const both: readonly Item[] = ['INDIVIDUAL_PLAN', 'COORDINATOR'];

/** A caseworker of one municipality, and what comes before what a test is about. */
export class Scene {
  private constructor(
    readonly worker: ApiClient,
    private readonly deciderBody: string,
  ) {}

  static async in(url: string, municipality: string, deciderBody = 'KE'): Promise<Scene> {
    return new Scene(await ApiClient.as(url, 'CASEWORKER', municipality), deciderBody);
  }

  async post(path: string, body: Fields) {
    return done(await this.worker.post(path, body));
  }

  async get(path: string, { readAfter }: { readonly readAfter?: string } = {}) {
    const after = readAfter === undefined ? '' : `${path.includes('?') ? '&' : '?'}readAfter=${readAfter}`;
    return done(await this.worker.get(`${path}${after}`));
  }

  async party(name: string, fields: Fields = {}): Promise<string> {
    return (await this.post('/v1/parties', { kind: 'STAFF', name, unit: 'HOME_CARE', ...fields })).partyId;
  }

  async person(fields: Fields = {}): Promise<string> {
    const familyName = `Prøvesen ${randomUUID().slice(0, 6)}`;
    return (await this.post('/v1/subjects', { givenName: 'Testine', familyName, ...fields })).subjectId;
  }

  consent(subjectId: string, fields: Fields = {}) {
    const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
    const given = { scopes, givenBy: 'SUBJECT', givenOn: '2026-01-05', ...fields };
    return this.post(`/v1/subjects/${subjectId}/consents`, given);
  }

  async applied(subjectId: string, items: readonly Item[] = both): Promise<string> {
    const application = {
      opening: 'APPLICATION',
      subjectId,
      items,
      receivedOn: '2026-01-06',
      channel: 'FORM',
    };
    return (await this.post('/v1/cases', { ...application, signed: true })).caseId;
  }

  /** A case that grants these, where the municipality decides without a meeting. */
  async granted(subjectId: string, items: readonly Item[] = both): Promise<string> {
    const caseId = await this.applied(subjectId, items);
    await this.post(`/v1/cases/${caseId}/decision`, decisionOn(items, this.deciderBody, '2026-01-20'));
    return caseId;
  }

  /** A person with consent and such a case. */
  async ready(items: readonly Item[] = both, fields: Fields = {}) {
    const subjectId = await this.person(fields);
    await this.consent(subjectId);
    return { subjectId, caseId: await this.granted(subjectId, items) };
  }

  coordinator(subjectId: string, caseId: string, coordinatorId: string, fields: Fields = {}) {
    const appointed = {
      coordinatorId,
      caseId,
      unit: 'HOME_CARE',
      validFrom: '2026-02-02',
      wishFollowed: 'YES',
    };
    return this.post(`/v1/subjects/${subjectId}/coordinators`, { ...appointed, ...fields });
  }

  plan(subjectId: string, caseId: string) {
    const started = { caseId, startedOn: '2026-02-09', withSubject: true };
    return this.post(`/v1/subjects/${subjectId}/plans`, started);
  }

  /** What waits for somebody about a person. */
  async tasksOf(subjectId: string, seen: { readonly readAfter?: string } = {}): Promise<readonly Task[]> {
    const { tasks } = await this.get('/v1/tasks?limit=200', seen);
    return tasks.filter(({ subject }: Task) => subject?.subjectId === subjectId);
  }

  /** The kinds of it; without what waits in each of these cases. */
  async waiting(subjectId: string, seen: { readonly readAfter?: string } = {}): Promise<readonly string[]> {
    const kinds = (await this.tasksOf(subjectId, seen)).map(({ kind }) => kind);
    return kinds.filter((kind) => !ofEveryCase.includes(kind)).toSorted();
  }

  /** The same request 32 times at once, each as a request of its own. */
  atOnce(path: string, body: Fields | ((n: number) => Fields)): Promise<readonly Answer[]> {
    return Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        this.worker.post(path, typeof body === 'function' ? body(n) : body),
      ),
    );
  }
}
