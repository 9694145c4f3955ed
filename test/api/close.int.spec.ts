import { viewerRoles } from '#personal-data';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { documentForm } from './document-form.js';
import { done, Procedure } from './procedure.js';

type Role = (typeof viewerRoles)[number];

/** What each role reads of a person otherwise, and a command of it. */
interface Tried {
  readonly kind: string;
  readonly reads: (of: Lived) => string;
  readonly does?: (of: Lived) => readonly [path: string, body: object];
}
interface Lived {
  readonly subjectId: string;
  readonly caseId: string;
  readonly planId: string;
  /** Of their case, in no archive. */
  readonly documentId: string;
}
const promise = { what: 'Ringe tilbake', by: 'UNIT', unit: 'SCHOOL', dueOn: '2099-06-01' };
const tried: Readonly<Partial<Record<Role, Tried>>> = {
  CASEWORKER: {
    kind: 'SELF',
    reads: ({ caseId }) => `/v1/cases/${caseId}`,
    does: ({ subjectId }) => [
      '/v1/cases',
      { opening: 'APPLICATION', subjectId, items: ['GROUP'], receivedOn: '2026-01-06', channel: 'FORM' },
    ],
  },
  LEADER: {
    kind: 'RELATIVE',
    reads: ({ subjectId }) => `/v1/subjects/${subjectId}`,
    does: ({ subjectId }) => [`/v1/subjects/${subjectId}/follow-up/promises`, promise],
  },
  COORDINATOR: {
    kind: 'NEXT_OF_KIN',
    reads: ({ planId }) => `/v1/plans/${planId}`,
    does: ({ planId }) => [
      `/v1/plans/${planId}/entries`,
      { section: 'NEEDS', text: 'Følge til legen', author: 'COORDINATOR' },
    ],
  },
  AUDITOR: { kind: 'RELATIVE', reads: ({ caseId }) => `/v1/cases/${caseId}/audit-trail` },
  SERVICE_OFFICE: { kind: 'PARENT', reads: ({ subjectId }) => `/v1/subjects/${subjectId}` },
  UNIT_LEADER: {
    kind: 'GUARDIAN',
    reads: ({ subjectId }) => `/v1/subjects/${subjectId}/coordination`,
    does: ({ subjectId }) => [`/v1/subjects/${subjectId}/follow-up/promises`, promise],
  },
  BOARD_MEMBER: { kind: 'PARENT', reads: ({ planId }) => `/v1/plans/${planId}` },
  // Reads of nobody, and sends a document that the archive did not take.
  ADMIN: {
    kind: 'SELF',
    reads: ({ subjectId }) => `/v1/tasks?subjectId=${subjectId}`,
    does: ({ documentId }) => [`/v1/archive/${documentId}/retries`, {}],
  },
};

describe('One’s own case, and that of a relative', () => {
  let app: TestApp;
  let worker: ApiClient;
  let auditor: ApiClient;
  const staff = new Map<Role, { readonly client: ApiClient; readonly partyId: string }>();
  const as = (role: Role) => {
    const found = staff.get(role);
    if (found === undefined) throw new Error(`Nobody is ${role}`);
    return found;
  };

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    auditor = await ApiClient.as(app.url, 'AUDITOR');
    const steps = new Procedure(worker);
    for (const role of Object.keys(tried) as Role[]) {
      const sub = `close-${role.toLowerCase()}`;
      const partyId = await steps.staffWith({ issuer: 'samspor-demo', subject: sub }, 'Testa Nærsen');
      const { body } = await new ApiClient(app.url).post('/demo/token', {
        key: 'the-start-key-of-a-test',
        role,
        municipality: '1576',
        sub,
        ...(role === 'UNIT_LEADER' && { unit: 'SCHOOL' }),
      });
      staff.set(role, { partyId, client: new ApiClient(app.url, body.accessToken as string) });
    }
  }, 120_000);
  afterAll(() => app?.stop());

  /** Somebody whom each role may read of, coordinated by whoever is tried as coordinator. */
  async function lived(role: Role): Promise<Lived> {
    const desk = role === 'SERVICE_OFFICE' ? as(role).client : worker;
    const subjectId = await new Procedure(desk).person({ familyName: `Slektsen ${role}` });
    const steps = new Procedure(worker);
    const caseId = await steps.application(subjectId);
    const consentId = await steps.consent(subjectId);
    await steps.decision(caseId, await steps.meeting(caseId));
    const coordinatorId = as('COORDINATOR').partyId;
    const appointed = { coordinatorId, caseId, validFrom: '2026-02-01', wishFollowed: 'YES', unit: 'SCHOOL' };
    done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
    const planId = await steps.plan(subjectId, caseId);
    if (role === 'BOARD_MEMBER') {
      const given = { partyId: as(role).partyId, sections: ['NEEDS'], until: '2098-12-31', consentId };
      await eventually(async () =>
        done(await as('COORDINATOR').client.post(`/v1/plans/${planId}/accesses`, given)),
      );
    }
    const filed = {
      recordKind: 'CASE',
      recordId: caseId,
      title: 'Søknad',
      direction: 'IN',
      kind: 'APPLICATION_FORM',
      documentDate: '2026-01-06',
      sender: 'Testine Slektsen',
    };
    const { documentId } = done(await worker.post('/v1/documents', undefined, await documentForm(filed)));
    return { subjectId, caseId, planId, documentId };
  }

  it.each(Object.keys(tried) as Role[])(
    'is read and worked on by somebody else: %s is refused, and it stands in the access log',
    async (role) => {
      const { client, partyId } = as(role);
      const { kind, reads, does } = tried[role] as Tried;
      const of = await lived(role);
      const { subjectId } = of;
      await eventually(async () => done(await client.get(reads(of))));
      const { relationId, readAfter } = done(
        await worker.post(`/v1/subjects/${subjectId}/relations`, { partyId, kind }),
      );
      done(await worker.get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`));
      await eventually(async () => {
        const refused = await client.get(reads(of));
        expect(refused.body).toMatchObject({ status: 403, title: expect.anything() });
      });
      if (does !== undefined) {
        const [path, body] = does(of);
        expect((await client.post(path, body)).status).toBe(403);
      }
      const log = done(await auditor.get(`/v1/access-log?subjectId=${subjectId}`));
      expect(log.entries).toEqual(
        expect.arrayContaining([expect.objectContaining({ outcome: 'REFUSED', role })]),
      );
      // Others go on, and who is close no more does too.
      expect((await worker.get(`/v1/subjects/${subjectId}`)).status).toBe(200);
      done(
        await worker.post(`/v1/subjects/${subjectId}/relations/${relationId}/end`, { reasonCode: 'OTHER' }),
      );
      await eventually(async () => done(await client.get(reads(of))));
    },
    60_000,
  );

  it('is found by no search, and no list tells whose it is', async () => {
    const { client, partyId } = as('CASEWORKER');
    const { subjectId, caseId } = await lived('CASEWORKER');
    const named = { name: 'Slektsen CASEWORKER' };
    const found = async () =>
      (await client.post('/v1/person-searches', named)).body.persons.map(
        (one: { subjectId: string }) => one.subjectId,
      );
    await eventually(async () => expect(await found()).toContain(subjectId));
    done(await worker.post(`/v1/subjects/${subjectId}/relations`, { partyId, kind: 'RELATIVE' }));
    await eventually(async () => expect(await found()).not.toContain(subjectId));
    const { body } = await client.get('/v1/cases?limit=100');
    const line = body.cases.find((one: { caseId: string }) => one.caseId === caseId);
    expect(line?.subject ?? { subjectId: null }).toMatchObject({ subjectId: null });
    expect(JSON.stringify(body)).not.toContain(subjectId);
  });
});
