import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let leader: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  leader = await ApiClient.as(app.url, 'LEADER');
});
afterAll(() => app?.stop());

describe('the contact card', () => {
  const autumn = {
    validFrom: '2026-01-01',
    contactFunction: 'Koordinerende enhet, vakttelefonen',
    place: 'Rådhuset, 2. etasje',
    openingHours: 'Hverdager 9–15',
    telephone: '00 00 00 00',
    mailbox: 'ke@example.org',
    unit: 'SERVICE_OFFICE',
    tasks: ['CONTACT_POINT', 'APPOINTING', 'TRAINING', 'GUIDANCE'],
  };

  it('is found by the day, with its history and where the unit sits (H6, U3, A9)', async () => {
    expect((await worker.get('/v1/contact-card')).status).toBe(404);
    const { cardId } = done(await leader.post('/v1/contact-cards', autumn));
    const next = { ...autumn, validFrom: '2099-01-01', mailbox: 'ny@example.org' };
    done(await (await ApiClient.as(app.url, 'ADMIN')).post('/v1/contact-cards', next));

    const now = await worker.get('/v1/contact-card');
    expect(now).toMatchObject({ status: 200, body: { cardId, ...autumn, postalAddress: null } });
    const later = done(await worker.get('/v1/contact-card?on=2099-01-01'));
    expect(later.mailbox).toBe('ny@example.org');
    expect((await worker.get('/v1/contact-card?on=2025-12-31')).status).toBe(404);
    const { contactCards } = done(await worker.get('/v1/contact-cards'));
    expect(contactCards.map(({ validFrom }: { validFrom: string }) => validFrom)).toEqual([
      '2099-01-01',
      '2026-01-01',
    ]);
  });

  it('is published by leaders and administrators alone, and tells a way to reach the unit', async () => {
    expect((await worker.post('/v1/contact-cards', autumn)).status).toBe(403);
    const { contactFunction, validFrom } = autumn;
    expect(await leader.post('/v1/contact-cards', { contactFunction, validFrom })).toMatchObject({
      status: 409,
      body: { type: 'municipality/no-way-in' },
    });
    expect(await leader.post('/v1/contact-cards', { ...autumn, unit: 'NO_SUCH_UNIT' })).toMatchObject({
      status: 409,
      body: { type: 'municipality/unknown-code' },
    });
  });

  it('has a trail of its own, with what was put right', async () => {
    const trail = async () =>
      done(await worker.get('/v1/organisation/audit-trail?topic=contactCards', nynorsk)).entries as readonly {
        readonly eventId: string;
        readonly sentence: string;
      }[];
    const nynorsk = { headers: { 'accept-language': 'nn' } };
    const [first] = await trail();
    expect(first?.sentence).toBe(
      'Frå 1. januar 2026 når folk koordinerande eining (KOE) slik: «Koordinerende enhet, vakttelefonen», «Rådhuset, 2. etasje», ' +
        'ope «Hverdager 9–15», telefon «00 00 00 00», postkasse «ke@example.org». Plass i organisasjonen: servicekontoret. ' +
        'Oppgåver: eininga er eitt felles kontaktpunkt, oppnemner koordinatorar, gir opplæring til koordinatorar og rettleier koordinatorar.',
    );
    const wrong = { topic: 'contactCards', eventId: first?.eventId, reason: 'Nytt nummer' };
    done(
      await leader.post('/v1/organisation/corrections', { ...wrong, changed: { telephone: '11 11 11 11' } }),
    );
    expect(done(await worker.get('/v1/contact-card')).telephone).toBe('11 11 11 11');
    expect(
      (await trail()).some(({ sentence }) =>
        sentence.includes('telefon: frå «00 00 00 00» til «11 11 11 11»'),
      ),
    ).toBe(true);
  });
});
