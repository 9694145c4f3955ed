import { leaderOf } from '#municipality';
import { ApiClient } from '../support/api-client.js';
import { startSecondApi, startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

describe('the units of a municipality', () => {
  let app: TestApp;
  let admin: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '3436'] });
    admin = await ApiClient.as(app.url, 'ADMIN');
    steps = new Procedure(await ApiClient.as(app.url, 'CASEWORKER'));
  });
  afterAll(() => app?.stop());

  const post = async (path: string, body: object) => done(await admin.post(`/v1/units${path}`, body));
  const established = (unit: string, more: object = {}) =>
    post('', { unit, nb: `enheten ${unit}`, nn: `eininga ${unit}`, establishedOn: '2025-01-01', ...more });
  const treeOn = async (readAfter: string, on?: string) => {
    const day = on === undefined ? '' : `&on=${on}`;
    const { units } = done(await admin.get(`/v1/units?readAfter=${readAfter}${day}`)) as {
      units: {
        unit: string;
        level: number;
        nb: string;
        leader: { name: string } | null;
        endedOn: string | null;
        mergedInto: string | null;
        revision: string;
      }[];
    };
    return units;
  };

  it('are a tree with names and leaders of each day, and answer who leads on it (U8)', async () => {
    const [before, after] = [await steps.party('Testleif Leder'), await steps.party('Testa Leder')];
    await established('UPBRINGING');
    await established('CULTURE', { parent: 'UPBRINGING' });
    await post('/UPBRINGING/leaders', { leaderId: before, leadsFrom: '2025-01-01' });
    await post('/UPBRINGING/leaders', { leaderId: after, leadsFrom: '2026-02-01' });
    const { readAfter } = await post('/CULTURE/names', {
      nb: 'kultur',
      nn: 'kultur',
      renamedOn: '2026-02-01',
    });
    expect(await treeOn(readAfter)).toMatchObject([
      { unit: 'UPBRINGING', level: 0, leader: { name: 'Testa Leder' } },
      { unit: 'CULTURE', level: 1, nb: 'kultur', leader: null },
    ]);
    expect(await treeOn(readAfter, '2026-01-31')).toMatchObject([
      { leader: { name: 'Testleif Leder' } },
      { nb: 'enheten CULTURE' },
    ]);
    expect(await treeOn(readAfter, '2024-12-31')).toEqual([]);
    const leads = async (day: string) => (await leaderOf(app.parts.runner, '1576', 'CULTURE', day)).answer;
    expect([await leads('2026-01-31'), await leads('2026-02-01')]).toEqual([before, after]);
  });

  it('are changed by whoever has seen the last change of them', async () => {
    const { readAfter } = await established('THEATRE');
    const theatre = async (after: string) => (await treeOn(after)).find(({ unit }) => unit === 'THEATRE');
    const rename = (name: string, revision = '') =>
      admin.post(
        '/v1/units/THEATRE/names',
        { nb: name, nn: name },
        { headers: { 'if-match': `"${revision}"` } },
      );
    const seen = await theatre(readAfter);
    const { readAfter: later } = done(await rename('teatret', seen?.revision));
    expect((await rename('scenen', seen?.revision)).status).toBe(412);
    expect((await rename('scenen', (await theatre(later))?.revision)).status).toBe(201);
  });

  it('are called in trails what they were named last (U8)', async () => {
    await established('SUPPORT_CENTRE');
    await post('/SUPPORT_CENTRE/names', {
      nb: 'støttesenteret',
      nn: 'støttesenteret',
      renamedOn: '2026-01-02',
    });
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const caseId = await steps.application(await steps.person());
    const assigned = { assigneeId: await steps.party('Testa Kartlegger'), unit: 'SUPPORT_CENTRE' };
    const { readAfter } = done(
      await worker.post(`/v1/cases/${caseId}/mapping-assignments`, { ...assigned, assignedOn: '2026-01-07' }),
    );
    const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
    expect(JSON.stringify(entries)).toContain('(støttesenteret)');
  });

  it('give a code once, also when thirty-two ask at a time (U8)', async () => {
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        admin.post('/v1/units', {
          unit: 'ONCE',
          nb: `navn ${n}`,
          nn: `namn ${n}`,
          establishedOn: '2026-01-01',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.type))).toEqual(
      new Set(['municipality/unit-code-taken']),
    );
  });

  it('are put right and taken back with a reason, and tell their history (U8)', async () => {
    await established('LIBRARY');
    await established('CHOIR', { parent: 'LIBRARY' });
    const leader = await steps.party('Testa Bibliotekar');
    const { events } = await post('/LIBRARY/leaders', { leaderId: leader, leadsFrom: '2026-01-02' });
    const [{ eventId: led }] = events as [{ eventId: string }];
    const ended = await post('/LIBRARY/end', { endedOn: '2026-02-01' });
    const [{ eventId: end }] = ended.events as [{ eventId: string }];
    const correct = (body: object) =>
      admin.post('/v1/units/LIBRARY/corrections', { reason: 'Feilført', ...body });
    expect((await admin.post('/v1/units/LIBRARY/names', { nb: 'x', nn: 'x' })).body.type).toBe(
      'municipality/unit-ended',
    );
    done(await correct({ eventId: end, recordedInError: { reasonCode: 'NEVER_HAPPENED' } }));
    const day = done(await correct({ eventId: led, changed: { leadsFrom: '2026-01-05' } }));
    expect((await treeOn(day.readAfter)).find(({ unit }) => unit === 'LIBRARY')).toMatchObject({
      leader: { name: 'Testa Bibliotekar' },
      endedOn: null,
    });
    const trail = done(await admin.get(`/v1/units/LIBRARY/audit-trail?readAfter=${day.readAfter}`));
    expect(trail.entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Enheten «enheten LIBRARY» ble opprettet 1. januar 2025.',
      'Testa Bibliotekar leder enheten fra 2. januar 2026.',
      'Enheten ble avsluttet 1. februar 2026.',
      '«Enhet avsluttet» (1. februar 2026) ble merket som feilregistrert (har ikke skjedd). Begrunnelse: «Feilført».',
      '«Ny leder» ble rettet: leder fra: fra 2. januar 2026 til 5. januar 2026. Begrunnelse for rettingen: «Feilført».',
    ]);
    const [{ eventId: begun }] = trail.entries as [{ eventId: string }];
    const taken = await correct({ eventId: begun, recordedInError: { reasonCode: 'TYPING_ERROR' } });
    expect([taken.status, taken.body.type]).toEqual([409, 'municipality/unit-stays']);
    const circle = await correct({ eventId: begun, changed: { parent: 'CHOIR' } });
    expect([circle.status, circle.body.type]).toEqual([409, 'municipality/rests-on']);
    const code = await correct({ eventId: begun, changed: { unit: 'ARCHIVE' } });
    expect([code.status, code.body.type]).toEqual([409, 'municipality/unit-code-stays']);
    expect((await correct({ eventId: begun, changed: { parent: 5 } })).status).toBe(400);
    expect((await admin.get('/v1/units/NOWHERE/audit-trail')).status).toBe(404);
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    expect((await worker.get('/v1/units/LIBRARY/audit-trail')).status).toBe(403);
    expect((await worker.post('/v1/units/LIBRARY/corrections', {})).status).toBe(403);
    const elsewhere = await ApiClient.as(app.url, 'ADMIN', '3436');
    expect((await elsewhere.get('/v1/units/LIBRARY/audit-trail')).status).toBe(404);
    const other = await elsewhere.post('/v1/units/LIBRARY/corrections', {
      eventId: led,
      recordedInError: { reasonCode: 'OTHER' },
      reason: 'Annen kommune',
    });
    expect([other.status, other.body.type]).toEqual([404, 'municipality/no-such-event']);
  });

  it('stand under themselves by no moves, whether two come at one moment to two processes or one is of a day before (U8)', async () => {
    const other = await startSecondApi(app);
    const there = await ApiClient.as(other.url, 'ADMIN');
    const move = (client: ApiClient, unit: string, parent: string, movedOn = '2026-02-01') =>
      client.post(`/v1/units/${unit}/parent`, { parent, movedOn });
    for (const unit of ['NORTH', 'SOUTH', 'HIGH', 'LOW', 'BELOW']) await established(unit);
    const both = await Promise.all(
      [admin, there].flatMap((client) => [move(client, 'NORTH', 'SOUTH'), move(client, 'SOUTH', 'NORTH')]),
    );
    await other.stop();
    const passed = both.filter(({ status }) => status === 201).map(({ body }) => body.unit);
    expect(new Set(passed).size).toBe(1);
    expect(both.flatMap(({ status, body }) => (status === 201 ? [] : [body.type]))).toEqual(
      Array(4 - passed.length).fill('municipality/unit-in-itself'),
    );
    // On the day before, the one did not stand under the other yet.
    done(await move(admin, 'LOW', 'HIGH'));
    done(await move(admin, 'BELOW', 'LOW'));
    for (const under of ['LOW', 'BELOW']) {
      const earlier = await move(admin, 'HIGH', under, '2026-01-20');
      expect([earlier.status, earlier.body.type]).toEqual([409, 'municipality/unit-in-itself']);
    }
    done(await move(admin, 'HIGH', 'NORTH', '2026-01-25'));
    expect((await move(admin, 'HIGH', 'BELOW', '2026-01-20')).status).toBe(201);
  });

  it('are merged into themselves by nobody: not by a correction, in a circle, or by two at one moment (U8)', async () => {
    for (const unit of ['EAST', 'WEST', 'CENTRE']) await established(unit);
    const merger = (unit: string, into: string, mergedOn = '2026-02-01') =>
      admin.post(`/v1/units/${unit}/merger`, { into, mergedOn });
    const both = await Promise.all([
      ...Array.from({ length: 8 }, () => merger('EAST', 'WEST')),
      ...Array.from({ length: 8 }, () => merger('WEST', 'EAST')),
    ]);
    const passed = both.filter(({ status }) => status === 201);
    expect(passed).toHaveLength(1);
    const [gone, stays] = passed[0]?.body.unit === 'EAST' ? ['EAST', 'WEST'] : ['WEST', 'EAST'];
    const eventId = passed[0]?.body.events[0].eventId;
    // The same day, or one before it, on which the other was still there.
    const refused = await merger(stays, gone, '2026-01-20');
    expect([refused.status, refused.body.type]).toEqual([409, 'municipality/unit-in-itself']);
    expect((await merger('CENTRE', gone, '2026-01-20')).status).toBe(201);
    // Nor does one come back that was recorded in error, once the other was merged the other way.
    for (const unit of ['ONE', 'OTHER']) await established(unit);
    const first = done(await merger('ONE', 'OTHER'));
    const inError = (of: string) =>
      admin.post('/v1/units/ONE/corrections', {
        eventId: of,
        recordedInError: { reasonCode: 'TYPING_ERROR' },
        reason: 'Feil enhet.',
      });
    const annulled = done(await inError(first.events[0].eventId));
    done(await merger('OTHER', 'ONE'));
    const back = await inError(annulled.events[0].eventId);
    expect([back.status, back.body.type]).toEqual([409, 'municipality/rests-on']);
    for (const into of [gone, 'CENTRE']) {
      const wrong = await admin.post(`/v1/units/${gone}/corrections`, {
        eventId,
        changed: { into },
        reason: 'Feil enhet.',
      });
      expect([wrong.status, wrong.body.type]).toEqual([409, 'municipality/unit-in-itself']);
    }
  });

  it('are known where a code is asked for, and name who took over once they were merged (U8)', async () => {
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const party = (name: string, unit: string) => worker.post('/v1/parties', { kind: 'STAFF', name, unit });
    expect((await party('Testa Ukjent', 'WORKSHOP')).body.type).toBe('municipality/unknown-code');
    await established('WORKSHOP');
    await established('WORKS');
    expect((await party('Testa Kjent', 'WORKSHOP')).status).toBe(201);
    const { readAfter } = await post('/WORKSHOP/merger', { into: 'WORKS', mergedOn: '2026-02-01' });
    const { status, body } = await party('Testa Sen', 'WORKSHOP');
    expect([status, body.type]).toEqual([409, 'municipality/unknown-code']);
    expect(body.detail).toContain('Choose one of these: WORKS');
    expect((await treeOn(readAfter)).find(({ unit }) => unit === 'WORKSHOP')).toMatchObject({
      mergedInto: 'WORKS',
    });
    expect((await admin.post('/v1/units/WORKSHOP/end', {})).body.type).toBe('municipality/unit-ended');
    expect((await admin.post('/v1/units/NOWHERE/end', {})).status).toBe(404);
    expect((await admin.post('/v1/units/WORKS/parent', { parent: 'WORKS' })).body.type).toBe(
      'municipality/unit-in-itself',
    );
    expect((await worker.post('/v1/units', {})).status).toBe(403);
  });
});
