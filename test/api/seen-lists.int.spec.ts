import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

/** A list with one revision for all that is told in it, where that is recorded, and two things that can be. */
const lists: readonly (readonly [list: string, role: string, path: string, one: object, other: object])[] = [
  [
    '/v1/delegations',
    'ADMIN',
    '/v1/delegations',
    { scope: 'APPOINT_COORDINATOR', fromRole: 'MUNICIPAL_DIRECTOR', toRole: 'KE', validFrom: '2026-01-01' },
    { scope: 'APPROVE_APPLICATION', fromRole: 'MUNICIPAL_DIRECTOR', toRole: 'KE', validFrom: '2026-01-01' },
  ],
  [
    '/v1/services',
    'LEADER',
    '/v1/services',
    {
      nameNb: 'Rusteneste',
      nameNn: 'Rusteneste',
      kind: 'REHABILITATION',
      level: 'MUNICIPALITY',
      contact: 'x',
    },
    { nameNb: 'Læring', nameNn: 'Læring', kind: 'HABILITATION', level: 'MUNICIPALITY', contact: 'x' },
  ],
  [
    '/v1/partners',
    'CASEWORKER',
    '/v1/partners',
    { name: 'Brukarlaget', kind: 'USER_ORGANISATION' },
    { name: 'Eit anna lag', kind: 'USER_ORGANISATION' },
  ],
  [
    '/v1/contact-cards',
    'LEADER',
    '/v1/contact-cards',
    { contactFunction: 'Koordinator i kommunen', telephone: '70 00 00 00', validFrom: '2026-01-01' },
    { contactFunction: 'Koordinator i kommunen', telephone: '70 00 00 01', validFrom: '2026-02-01' },
  ],
  [
    '/v1/retention-periods',
    'ADMIN',
    '/v1/retention-periods',
    { retentionClass: 'KE_CASE', months: 120, validFrom: '2026-01-01' },
    { retentionClass: 'KE_MEETING', months: 120, validFrom: '2026-01-01' },
  ],
  [
    '/v1/board',
    'CASEWORKER',
    '/v1/board/quorum',
    { quorum: 3, validFrom: '2026-01-01' },
    { quorum: 4, validFrom: '2026-02-01' },
  ],
];

describe('What a list says of its revision', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1525'] });
  });
  afterAll(() => app?.stop());

  it.each(lists)(
    '%s: is what a command rests on, and tells what a colleague recorded meanwhile',
    async (list, role, path, one, other) => {
      const client = await ApiClient.as(app.url, role, '1525');
      const revision = async () => done(await client.get(list)).revision as string | null;
      expect(await revision()).toBeNull();
      done(await client.post(path, one));
      const seen = await revision();
      expect(seen).toBe('0');
      const on = (of: string) => ({ headers: { 'if-match': `"${of}"` } });
      done(await client.post(path, other, on('0')));
      expect(await client.post(path, one, on('0'))).toMatchObject({
        status: 412,
        body: { type: 'stale-revision' },
      });
      expect(await revision()).toBe('1');
    },
  );

  it('/v1/staff: of each, and of each engagement', async () => {
    const worker = await ApiClient.as(app.url, 'CASEWORKER', '1525');
    const leader = await ApiClient.as(app.url, 'LEADER', '1525');
    const partyId = await new Procedure(worker).party('Testa Tilsett');
    const engaged = { unit: 'SCHOOL', role: 'EMPLOYEE', engagedFrom: '2026-01-01' };
    const { engagementId, readAfter } = done(
      await leader.post(`/v1/parties/${partyId}/engagements`, engaged),
    );
    const { staff } = done(await leader.get(`/v1/staff?unit=SCHOOL&readAfter=${readAfter}`));
    const found = staff.find(({ party }: { party: { partyId: string } }) => party.partyId === partyId);
    expect(found).toMatchObject({ revision: '1', engagements: [{ partyId, engagementId, revision: '1' }] });
    const end = (of: string) =>
      leader.post(
        `/v1/parties/${partyId}/engagements/${engagementId}/end`,
        { endedOn: '2026-02-01' },
        { headers: { 'if-match': `"${of}"` } },
      );
    expect(await end('0')).toMatchObject({ status: 412 });
    done(await end(found.revision));
  });
});
