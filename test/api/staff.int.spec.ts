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

  it('are found by name, a merged one once, and no name stands in an address', async () => {
    const [one, other] = [await steps.party('Sølvi Søkt'), await steps.party('Sølvi Søkt-Eng')];
    const { readAfter } = await post(`${other}/merger`, { survivorId: one });
    const search = { name: 'sølvi sø' };
    const found = done(await admin.post(`/v1/party-searches?readAfter=${readAfter}`, search));
    expect(found.parties).toEqual([{ partyId: one, name: 'Sølvi Søkt', kind: 'STAFF', unit: 'HOME_CARE' }]);
    const office = await ApiClient.as(app.url, 'SERVICE_OFFICE');
    expect((await office.post('/v1/party-searches', search)).status).toBe(403);
  });

  describe('of whom somebody leaves', () => {
    const tasksOf = async (client: ApiClient, readAfter: string, of: string) => {
      const { tasks } = done(await client.get(`/v1/tasks?readAfter=${readAfter}`)) as {
        tasks: { id: string; kind: string; for: object; why: { nb: string } }[];
      };
      return tasks.filter(({ id, kind }) => id.startsWith(of) && kind.endsWith('_LEFT'));
    };

    it('leave a leader to hand over each person whom they coordinate, until that is done (U7)', async () => {
      const leader = await ApiClient.as(app.url, 'LEADER');
      const leaver = await steps.party('Testa Sluttet');
      const { subjectId, caseId } = await steps.granted();
      const appointed = {
        coordinatorId: leaver,
        caseId,
        validFrom: '2026-02-01',
        wishFollowed: 'YES',
        unit: 'NAV',
      };
      const { appointmentId } = done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
      const { engagementId } = await engaged(leaver, { unit: 'NAV', role: 'SPECIALIST' });
      const ahead = await post(`${leaver}/engagements/${engagementId}/end`, { endedOn: '2099-12-31' });
      expect(await tasksOf(leader, ahead.readAfter, subjectId)).toEqual([]);
      const [{ eventId }] = ahead.events as [{ eventId: string }];
      const today = { eventId, changed: { endedOn: '2026-02-10' }, reason: 'Sluttet før' };
      const { readAfter } = await post(`${leaver}/corrections`, today);
      expect(await tasksOf(leader, readAfter, subjectId)).toMatchObject([
        {
          kind: 'COORDINATOR_LEFT',
          for: { unit: 'NAV' },
          why: { nb: 'Testa Sluttet slutter i kommunen 10. februar 2026, og er fortsatt brukerkoordinator.' },
        },
      ]);
      const unitLeader = await ApiClient.as(app.url, 'UNIT_LEADER', '1576', 'nav-leader');
      expect(await tasksOf(unitLeader, readAfter, subjectId)).toEqual([]);
      const nav = await steps.staffWith(
        { issuer: 'samspor-demo', subject: 'nav-leader' },
        'Testleif Navleder',
      );
      const unit = { unit: 'NAV', nb: 'NAV', nn: 'NAV', establishedOn: '2026-01-01' };
      done(await admin.post('/v1/units', unit));
      const led = done(await admin.post('/v1/units/NAV/leaders', { leaderId: nav, leadsFrom: '2026-01-01' }));
      done(await worker.get(`/v1/units?readAfter=${led.readAfter}`));
      expect(await tasksOf(unitLeader, led.readAfter, subjectId)).toHaveLength(1);
      const released = { releasedOn: '2026-02-10', reasonCode: 'LEFT_POSITION' };
      const path = `/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`;
      const { readAfter: after } = done(await worker.post(path, released));
      expect(await tasksOf(leader, after, subjectId)).toEqual([]);
    });

    it('leave a leader to hand over what they were to map, until that is done (U7)', async () => {
      const leader = await ApiClient.as(app.url, 'LEADER');
      const [leaver, next] = [await steps.party('Testa Kartla'), await steps.party('Testa Kartlegger')];
      const caseId = await steps.application(await steps.person());
      const assigned = { assigneeId: leaver, assignedOn: '2026-01-07', unit: 'SCHOOL' };
      done(await worker.post(`/v1/cases/${caseId}/mapping-assignments`, assigned));
      await engaged(leaver, { unit: 'SCHOOL', role: 'SPECIALIST', engagedUntil: '2026-02-10' });
      const { readAfter } = await post(`${leaver}/contact`, { telephone: '00 00 00 00' });
      expect(await tasksOf(leader, readAfter, caseId)).toMatchObject([
        {
          kind: 'ASSIGNEE_LEFT',
          for: { party: null, unit: 'SCHOOL' },
          why: { nb: expect.stringContaining('Testa Kartla slutter i kommunen') },
        },
      ]);
      const other = { assigneeId: next, assignedOn: '2026-02-10' };
      const moved = await worker.post(`/v1/cases/${caseId}/mapping-assignments`, other);
      expect(await tasksOf(leader, done(moved).readAfter, caseId)).toEqual([]);
    });
  });

  it('who lead a unit by the register answer a proposal of it themselves, and of no other (H2)', async () => {
    const login = { issuer: 'samspor-demo', subject: 'kindergarten-leader' };
    const leads = await steps.staffWith(login, 'Testleif Barnehageleder');
    const unit = { unit: 'KINDERGARTEN', nb: 'barnehagen', nn: 'barnehagen', establishedOn: '2026-01-01' };
    done(await admin.post('/v1/units', unit));
    const led = { leaderId: leads, leadsFrom: '2026-01-01' };
    done(await admin.post('/v1/units/KINDERGARTEN/leaders', led));
    const unitLeader = await ApiClient.as(app.url, 'UNIT_LEADER', '1576', login.subject);
    const proposedIn = async (of: string) => {
      const { subjectId } = await steps.granted();
      const path = `/v1/subjects/${subjectId}/coordinator-proposals`;
      const said = { candidateId: await steps.party(`Testa ${of}`), unit: of, grounds: ['FIT'] };
      return `${path}/${done(await worker.post(path, said)).proposalId}`;
    };
    const [own, others] = [await proposedIn('KINDERGARTEN'), await proposedIn('SCHOOL')];
    const concurrence = (proposal: string) => unitLeader.post(`${proposal}/concurrence`, { leaderId: leads });
    expect((await concurrence(others)).status).toBe(404);
    expect((await concurrence(own)).status).toBe(201);
    expect((await concurrence(`${own}-not`)).status).toBe(404);
  });
});
