import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
/** Somebody without any login. */
let anybody: ApiClient;

const card = {
  validFrom: '2026-01-01',
  contactFunction: 'Koordinerende enhet, vakttelefonen',
  telephone: '00 00 00 00',
  mailbox: 'koe@aure.example',
  openingHours: 'Hverdager 9–15',
  unit: 'SERVICE_OFFICE',
  tasks: ['CONTACT_POINT'],
};
const service = {
  validFrom: '2026-01-01',
  level: 'HEALTH_REGION',
  kind: 'REHABILITATION',
  nameNb: 'Rehabilitering på dagtid',
  nameNn: 'Rehabilitering på dagtid',
  provider: 'Prøvesykehuset',
  contact: 'Mottaket, 00 00 00 01',
};

const brochure = {
  form: 'BROCHURE',
  nameNb: 'Hva er en koordinator?',
  nameNn: 'Kva er ein koordinator?',
  audiences: ['USER'],
  location: 'Servicekontoret',
};

/** All that stands anywhere in an answer. */
const textsIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [value];

beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '9999'] });
  anybody = new ApiClient(app.url);
  const leader = await ApiClient.as(app.url, 'LEADER');
  const stranger = await ApiClient.as(app.url, 'LEADER', '9999');
  const steps = new Procedure(await ApiClient.as(app.url, 'CASEWORKER'));
  await steps.application(await steps.person({ familyName: 'Hemmelighaug' }));
  done(await leader.post('/v1/contact-cards', card));
  done(
    await leader.post('/v1/contact-cards', { ...card, validFrom: '2099-01-01', mailbox: 'ny@aure.example' }),
  );
  done(await leader.post('/v1/services', service));
  done(await leader.post('/v1/information-material', brochure));
  const past = { ...service, nameNb: 'Dagsenteret', nameNn: 'Dagsenteret' };
  const { serviceId } = done(await leader.post('/v1/services', past));
  done(await leader.post(`/v1/services/${serviceId}/withdrawal`, { withdrawnOn: '2026-01-02' }));
  done(await stranger.post('/v1/contact-cards', { ...card, mailbox: 'post@fremmed.example' }));
  done(await stranger.post('/v1/services', { ...service, provider: 'Fremmedsykehuset' }));
}, 120_000);
afterAll(() => app?.stop());

describe('what a municipality tells everybody', () => {
  it('is told without a login: the card that holds today, the services, how to apply (U3, U4, U12, U22)', async () => {
    const { status, headers, body } = await anybody.get('/open/1576');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=10');
    expect(body).toEqual({
      municipality: '1576',
      name: 'Aure',
      language: 'NB',
      terms: expect.objectContaining({
        unit: { nb: 'koordinerende enhet (KOE)', nn: 'koordinerande eining (KOE)' },
      }),
      items: [
        { item: 'INDIVIDUAL_PLAN', called: { nb: 'individuell plan', nn: 'individuell plan' } },
        { item: 'GROUP', called: { nb: 'ansvarsgruppe', nn: 'ansvarsgruppe' } },
        { item: 'COORDINATOR', called: { nb: 'brukerkoordinator', nn: 'brukarkoordinator' } },
      ],
      applicationForm: 'FORM',
      contactCard: {
        contactFunction: card.contactFunction,
        unit: { nb: 'servicekontoret', nn: 'servicekontoret' },
        tasks: [{ nb: 'er ett felles kontaktpunkt', nn: 'er eitt felles kontaktpunkt' }],
        place: null,
        openingHours: card.openingHours,
        telephone: card.telephone,
        mailbox: card.mailbox,
        postalAddress: null,
      },
      services: [
        {
          name: { nb: service.nameNb, nn: service.nameNn },
          kind: { nb: 'rehabilitering', nn: 'rehabilitering' },
          level: { nb: 'helseregionen', nn: 'helseregionen' },
          provider: service.provider,
          contact: service.contact,
        },
      ],
      material: [
        {
          name: { nb: brochure.nameNb, nn: brochure.nameNn },
          form: { nb: 'brosjyre', nn: 'brosjyre' },
          location: brochure.location,
        },
      ],
    });
  });

  it('is nothing of anybody, and nothing of another municipality', async () => {
    const said = textsIn((await anybody.get('/open/1576')).body).join(' ');
    expect(said).not.toMatch(/Hemmelighaug|Testine|Fremmed|fremmed|Dagsenteret|ny@aure/);
    const there = (await anybody.get('/open/9999')).body;
    expect(there.contactCard.mailbox).toBe('post@fremmed.example');
    expect(textsIn(there)).not.toContain(card.mailbox);
  });

  it('is the same with a login as without, and for whoever names another municipality', async () => {
    const plain = (await anybody.get('/open/1576')).body;
    const stranger = await ApiClient.as(app.url, 'LEADER', '9999');
    expect((await stranger.get('/open/1576')).body).toEqual(plain);
    const headers = { 'samspor-municipality': '9999' };
    expect((await anybody.get('/open/1576?municipality=9999', { headers })).body).toEqual(plain);
  });

  it.each(['1577', 'aure', '9'.repeat(40), '%27%20or%201%3D1', '..%2f1576'])(
    'is a plain no for %s, which has adopted no profile',
    async (key) => {
      const { status, headers, body } = await anybody.get(`/open/${key}`, {
        headers: { 'accept-language': 'nb' },
      });
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect([status, body.type]).toEqual([404, 'not-found']);
      expect(JSON.stringify(body)).not.toContain(decodeURIComponent(key));
    },
  );

  it('names the municipalities that have a page', async () => {
    const { body } = await anybody.get('/open');
    expect(body).toEqual({
      municipalities: [
        { municipality: '1576', name: 'Aure' },
        { municipality: '9999', name: 'Aure' },
      ],
    });
  });

  it('takes nothing', async () => {
    expect((await anybody.post('/open/1576', {})).status).toBe(405);
  });
});
