import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

interface Engagement {
  readonly engagementId: string;
  readonly unit: string;
  readonly role: string;
  readonly represents: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly substitutes: readonly {
    readonly party: { readonly name: string };
    readonly until: string | null;
  }[];
}
interface Line {
  readonly party: { readonly partyId: string; readonly name: string };
  readonly telephone: string | null;
  readonly engagements: readonly Engagement[];
}

describe('the staff of a municipality', () => {
  let app: TestApp;
  let admin: ApiClient;
  let steps: Procedure;
  let worker: ApiClient;

  beforeAll(async () => {
    app = await startTestApp();
    admin = await ApiClient.as(app.url, 'ADMIN');
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const post = async (path: string, body: object) => done(await admin.post(`/v1/parties/${path}`, body));
  const engaged = async (partyId: string, more: object) =>
    post(`${partyId}/engagements`, { unit: 'KE', role: 'MEMBER', engagedFrom: '2026-01-01', ...more });
  const staff = async (readAfter: string, asked = '') =>
    done(await worker.get(`/v1/staff?readAfter=${readAfter}${asked}`)).staff as readonly Line[];
  const namesOf = (lines: readonly Line[]) => lines.map(({ party }) => party.name);
  const coordinator = (sub: string) => ApiClient.as(app.url, 'COORDINATOR', '1576', sub);

  it('are one list by unit, role and day, with substitutes and dates (U8)', async () => {
    const [member, before, substitute] = [
      await steps.party('Åse Medlem'),
      await steps.party('Anna Fratrådt'),
      await steps.party('Vilde Vara'),
    ];
    await engaged(member, { unit: 'SCHOOL', role: 'LEADER', title: 'Rektor' });
    const { engagementId } = await engaged(member, { represents: 'SCHOOL' });
    const { engagementId: earlier } = await engaged(before, {
      represents: 'SCHOOL',
      engagedFrom: '2025-01-01',
    });
    await post(`${before}/engagements/${earlier}/end`, { endedOn: '2025-12-31' });
    await post(`${member}/contact`, { telephone: '00 00 00 00', email: 'ase@kommune.example' });
    const stands = {
      substituteId: substitute,
      substitutesFrom: '2026-01-01',
      substitutesUntil: '2026-12-31',
    };
    const { readAfter } = await post(`${member}/engagements/${engagementId}/substitutes`, stands);

    const today = await staff(readAfter, '&unit=KE&role=MEMBER');
    expect(namesOf(today)).toEqual(['Åse Medlem']);
    const [line] = today;
    expect(line?.telephone).toBe('00 00 00 00');
    expect(line?.engagements.find(({ unit }) => unit === 'KE')).toMatchObject({
      role: 'MEMBER',
      represents: 'SCHOOL',
      from: '2026-01-01',
      until: null,
      substitutes: [{ party: { name: 'Vilde Vara' }, until: '2026-12-31' }],
    });
    expect(namesOf(await staff(readAfter, '&unit=KE&role=MEMBER&on=2025-06-01'))).toEqual(['Anna Fratrådt']);
    // Of whom nothing more is recorded the unit of the registration is known.
    expect(namesOf(await staff(readAfter, '&unit=HOME_CARE'))).toEqual(['Vilde Vara']);
    // In the order of names, page by page.
    const first = done(await worker.get('/v1/staff?limit=1'));
    const second = done(await worker.get(`/v1/staff?limit=1&after=${first.next}`));
    const all = namesOf(await staff(readAfter));
    expect([...namesOf(first.staff), ...namesOf(second.staff)]).toEqual(all.slice(0, 2));
    expect(all.indexOf('Vilde Vara')).toBeLessThan(all.indexOf('Åse Medlem'));
  });

  it('go out as a table with a line for each unit (U8)', async () => {
    const { body } = await worker.get('/v1/staff?unit=KE', { headers: { accept: 'text/csv' } });
    const lines = (body as unknown as string).trim().split('\r\n');
    expect(lines[0]).toContain(
      'Navn;Enhet;Rolle;Tittel;Kommer fra;Arbeidsgiver;Fra;Til og med;Vara;Telefon;E-post',
    );
    expect(lines.find((line) => line.includes('medlem'))).toContain('Åse Medlem;');
    expect(lines.filter((line) => line.startsWith('Åse Medlem'))).toHaveLength(2);
  });

  it('are renamed: what was recorded before tells the name of today', async () => {
    const partyId = await steps.party('Testa Ugift');
    const caseId = await steps.application(await steps.person());
    done(
      await worker.post(`/v1/cases/${caseId}/mapping-assignments`, {
        assigneeId: partyId,
        assignedOn: '2026-01-07',
      }),
    );
    const { readAfter } = await post(`${partyId}/names`, { name: 'Testa Nygift', renamedOn: '2026-02-01' });
    const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
    expect(JSON.stringify(entries)).toContain('Testa Nygift');
    expect(JSON.stringify(entries)).not.toContain('Testa Ugift');
    const own = done(await admin.get(`/v1/parties/${partyId}/audit-trail`));
    expect(own.entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Aktøren heter «Testa Nygift» fra 1. februar 2026.',
      '«Testa Ugift» ble registrert (ansatt), hjemmetjenesten.',
    ]);
  });

  it('A9 are found by another login than before: it is moved, and sees whom they coordinate', async () => {
    const own = await steps.staffWith(
      { issuer: 'https://gammel.example', subject: 'anna' },
      'Anna Koordinator',
    );
    const { subjectId, caseId } = await steps.granted();
    const appointed = { coordinatorId: own, caseId, validFrom: '2026-02-01', wishFollowed: 'YES' };
    done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
    // The provider is another one: she logs in anew, and is nobody whom the municipality knows.
    const anna = await coordinator('anna-after');
    const sees = async (client: ApiClient) => (await client.get(`/v1/subjects/${subjectId}`)).status;
    expect(await sees(anna)).toBe(404);
    const login = { issuer: 'samspor-demo', subject: 'anna-after' };
    const otherwise = await steps.party('Anna Ny');
    await post(`${otherwise}/logins`, login);
    expect((await admin.post(`/v1/parties/${own}/logins`, login)).body.type).toBe('parties/login-taken');
    const { readAfter } = await post(`${own}/logins`, { ...login, moves: true });
    expect(await sees(anna)).toBe(200);
    const trail = done(await admin.get(`/v1/parties/${own}/audit-trail?readAfter=${readAfter}`));
    expect(JSON.stringify(trail.entries)).toContain('Den var til da knyttet til Anna Ny.');
  });

  it('A9 are one where they were registered twice: either sees what both did, and lists show one', async () => {
    const twice = await steps.staffWith({ issuer: 'samspor-demo', subject: 'twice' }, 'Tove Dobbel');
    const { subjectId, caseId } = await steps.granted();
    const goesOn = await steps.party('Tove Dobbel-Hansen');
    await engaged(twice, { unit: 'NAV', role: 'SPECIALIST' });
    const appointed = { coordinatorId: twice, caseId, validFrom: '2026-02-01', wishFollowed: 'YES' };
    done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
    const { readAfter } = await post(`${twice}/merger`, { survivorId: goesOn });
    const [line, ...others] = await staff(readAfter, '&unit=NAV');
    expect([line?.party, others]).toEqual([{ partyId: goesOn, name: 'Tove Dobbel-Hansen' }, []]);
    const tove = await coordinator('twice');
    expect((await tove.get(`/v1/subjects/${subjectId}`)).status).toBe(200);
    const kept = done(await worker.get(`/v1/subjects/${subjectId}/coordination`));
    expect(JSON.stringify(kept)).toContain('Tove Dobbel-Hansen');
    const again = await admin.post(`/v1/parties/${twice}/names`, { name: 'Tove' });
    expect([again.status, again.body.type]).toEqual([409, 'municipality/party-merged']);
  });

  it('are put right, and taken back', async () => {
    const partyId = await steps.party('Testa Feilført');
    const { events } = await engaged(partyId, { unit: 'NAV' });
    const [{ eventId }] = events as [{ eventId: string }];
    const right = { eventId, changed: { unit: 'SCHOOL' }, reason: 'Feil enhet' };
    const { readAfter } = await post(`${partyId}/corrections`, right);
    expect(namesOf(await staff(readAfter, '&unit=SCHOOL'))).toContain('Testa Feilført');
    const wrong = { eventId, recordedInError: { reasonCode: 'NEVER_HAPPENED' }, reason: 'Begynte aldri' };
    const taken = await post(`${partyId}/corrections`, wrong);
    expect(namesOf(await staff(taken.readAfter, '&unit=SCHOOL'))).not.toContain('Testa Feilført');
    expect((await worker.post(`/v1/parties/${partyId}/engagements`, {})).status).toBe(403);
  });
});
