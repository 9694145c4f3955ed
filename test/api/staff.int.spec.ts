import { randomUUID } from 'node:crypto';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { staffIn, unitsIn, unitWords } from '#apps/cli/src/staff/lists';
import { readCsv } from '#spreadsheet/read-csv';
import { type Outcome, rehearsed, takenIn } from '#apps/cli/src/staff/take-in';
import { ApiClient, demoKey } from '../support/api-client.js';
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
      substitutesUntil: '2066-12-31',
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
      substitutes: [{ party: { name: 'Vilde Vara' }, until: '2066-12-31' }],
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

  it('A9 go on with what they began under a registration that was merged since', async () => {
    const twice = await steps.staffWith({ issuer: 'samspor-demo', subject: 'goes-on' }, 'Tora Dobbel');
    const { subjectId, caseId } = await steps.granted();
    const appointmentId = await steps.coordinator(subjectId, caseId, twice);
    const counter = await ApiClient.as(app.url, 'SERVICE_OFFICE', '1576', 'goes-on');
    const enquiry = {
      receivedOn: '2026-02-02',
      channel: 'PHONE',
      sourceType: 'NEXT_OF_KIN',
      text: 'Et spørsmål',
    };
    const { enquiryId } = done(await counter.post('/v1/enquiries', enquiry));
    await post(`${twice}/merger`, { survivorId: await steps.party('Tora Dobbel-Hansen') });

    const tora = await coordinator('goes-on');
    const sheet = { openMatters: 'Avlastning', nextMeetings: 'Uke 9', wishes: 'Ring først' };
    const path = `/v1/subjects/${subjectId}/coordinators/${appointmentId}/handovers`;
    done(await tora.post(path, sheet));
    const answer = { answeredOn: '2026-02-03', channel: 'PHONE' };
    done(await counter.post(`/v1/enquiries/${enquiryId}/answers`, answer));
    const stranger = await ApiClient.as(app.url, 'SERVICE_OFFICE', '1576', 'a-stranger');
    expect((await stranger.post(`/v1/enquiries/${enquiryId}/answers`, answer)).status).toBe(404);
  });

  it('of whom two are merged each into the other at once go on as one, whoever comes first', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => [
        await steps.party(`Tora ${n}`),
        await steps.party(`Tor ${n}`),
      ]),
    );
    const answers = await Promise.all(
      pairs.flatMap(([one = '', other = '']) =>
        [0, 1].flatMap(() => [
          admin.post(`/v1/parties/${one}/merger`, { survivorId: other }),
          admin.post(`/v1/parties/${other}/merger`, { survivorId: one }),
        ]),
      ),
    );
    expect(answers).toHaveLength(32);
    for (let at = 0; at < answers.length; at += 4) {
      const four = answers.slice(at, at + 4);
      const refused = four.filter(({ status }) => status !== 201);
      expect(refused).toHaveLength(3);
      expect(refused.map(({ body }) => body.type)).toEqual(
        expect.arrayContaining(['municipality/party-merged', 'municipality/survivor-merged']),
      );
    }
    // Nor in a circle of three.
    const [a, b, c] = [await steps.party('Tora A'), await steps.party('Tora B'), await steps.party('Tora C')];
    const circle = await Promise.all(
      [
        [a, b],
        [b, c],
        [c, a],
      ].map(([from, survivorId]) => admin.post(`/v1/parties/${from}/merger`, { survivorId })),
    );
    expect(circle.filter(({ status }) => status === 201).length).toBeLessThan(3);
  });

  it('A9 that were merged wrongly are two again: the logins that moved go back', async () => {
    const wrong = await steps.staffWith({ issuer: 'samspor-demo', subject: 'wrongly' }, 'Tuva Forvekslet');
    const other = await steps.party('Tuva Annen');
    const { subjectId, caseId } = await steps.granted();
    const appointed = { coordinatorId: other, caseId, validFrom: '2026-02-01', wishFollowed: 'YES' };
    done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
    const tuva = await coordinator('wrongly');
    const sees = async () => (await tuva.get(`/v1/subjects/${subjectId}`)).status;
    expect(await sees()).toBe(404);
    const key = { headers: { 'idempotency-key': 'a3c5e1f0-9d4b-4b6e-8f52-6b0f8f5e2a11' } };
    const merging = () => admin.post(`/v1/parties/${wrong}/merger`, { survivorId: other }, key);
    const { events, readAfter } = done(await merging());
    await staff(readAfter);
    expect(await sees()).toBe(200);
    const [{ eventId }] = events as [{ eventId: string }];
    const moved = await admin.post(`/v1/parties/${wrong}/corrections`, {
      eventId,
      changed: { survivorId: subjectId },
      reason: 'En annen',
    });
    expect([moved.status, moved.body.type]).toEqual([409, 'municipality/merger-survivor-stays']);
    const taken = { eventId, recordedInError: { reasonCode: 'OTHER' }, reason: 'To ulike personer' };
    done(await admin.post(`/v1/parties/${wrong}/corrections`, taken));
    expect(await sees()).toBe(404);
    // The merger said once more, by a client that got no answer, moves nothing.
    expect(done(await merging()).events).toEqual(events);
    expect(await sees()).toBe(404);
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
    const tasksOf = async (client: ApiClient, readAfter: string, of: string, kinds = '_LEFT') => {
      const { tasks } = done(await client.get(`/v1/tasks?readAfter=${readAfter}`)) as {
        tasks: { id: string; kind: string; since: string; for: object; why: { nb: string }; step: object }[];
      };
      return tasks.filter(({ id, kind }) => id.startsWith(of) && kind.endsWith(kinds));
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
      const { readAfter: after } = done(await leader.post(path, released));
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

    it('leave a leader to hand over their open cases, until each is another’s or closed (U7)', async () => {
      const leader = await ApiClient.as(app.url, 'LEADER');
      const [leaver, next] = [await steps.party('Testa Saksbehandla'), await steps.party('Testa Overtok')];
      const cases = [
        await steps.application(await steps.person()),
        await steps.application(await steps.person()),
      ];
      const has = async (client: ApiClient, caseId: string, caseworkerId: string) =>
        done(
          await client.post(`/v1/cases/${caseId}/caseworkers`, { caseworkerId, assignedOn: '2026-02-01' }),
        );
      for (const caseId of cases) await has(worker, caseId, leaver);
      const { engagementId } = await engaged(leaver, { role: 'CASEWORKER' });
      const path = `${leaver}/engagements/${engagementId}/end`;
      const ended = await post(path, { endedOn: '2026-02-10' });
      const [given = '', closed = ''] = cases;
      for (const caseId of cases) {
        expect(await tasksOf(leader, ended.readAfter, caseId)).toMatchObject([
          {
            kind: 'CASEWORKER_LEFT',
            since: '2026-02-10',
            for: { party: null, role: 'LEADER' },
            why: {
              nb: 'Testa Saksbehandla slutter i kommunen 10. februar 2026, og er fortsatt saksbehandler.',
            },
            step: { path: `/v1/cases/${caseId}/caseworkers` },
          },
        ]);
      }
      // The leader gives it away: whoever is told last of one day has it.
      const { readAfter } = await has(leader, given, next);
      expect(await tasksOf(leader, readAfter, given)).toEqual([]);
      const ends = await worker.post(`/v1/cases/${closed}/closing`, { reasonCode: 'NOT_FOLLOWED_UP' });
      expect(await tasksOf(leader, done(ends).readAfter, closed)).toEqual([]);
    });

    it('leave what they did under a registration that was merged since, and not before all have ended', async () => {
      const leader = await ApiClient.as(app.url, 'LEADER');
      const [first, twice, other] = [
        await steps.party('Testa Slåttsammen'),
        await steps.party('Testa Sammen'),
        await steps.party('Testa Annen'),
      ];
      const { subjectId, caseId } = await steps.granted();
      const appointed = { coordinatorId: first, caseId, validFrom: '2026-02-01', wishFollowed: 'YES' };
      done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
      const { engagementId } = await engaged(first, { unit: 'NAV', role: 'SPECIALIST' });
      await engaged(twice, { unit: 'SCHOOL', role: 'SPECIALIST', engagedUntil: '2026-02-09' });
      // Merged twice over, and still at work under the first registration.
      await post(`${first}/merger`, { survivorId: twice });
      const { readAfter } = await post(`${twice}/merger`, { survivorId: other });
      expect(await tasksOf(leader, readAfter, subjectId)).toEqual([]);
      const ended = await post(`${first}/engagements/${engagementId}/end`, { endedOn: '2026-02-10' });
      expect(await tasksOf(leader, ended.readAfter, subjectId)).toMatchObject([
        {
          kind: 'COORDINATOR_LEFT',
          since: '2026-02-10',
          why: { nb: expect.stringContaining('Testa Annen') },
        },
      ]);
      const again = await post(`${other}/engagements`, { unit: 'NAV', role: 'EMPLOYEE' });
      expect(await tasksOf(leader, again.readAfter, subjectId)).toEqual([]);
    });

    it('leave a leader to write what they left to who stands in for them, whichever registration they had (U7)', async () => {
      const leader = await ApiClient.as(app.url, 'LEADER');
      const [first, twice] = [await steps.party('Testa Overlater'), await steps.party('Testa Overlater')];
      const { subjectId, caseId } = await steps.granted();
      const appoint = (coordinatorId: string, more: object) =>
        worker.post(`/v1/subjects/${subjectId}/coordinators`, {
          coordinatorId,
          caseId,
          wishFollowed: 'YES',
          ...more,
        });
      done(await appoint(first, { validFrom: '2026-02-01', unit: 'NAV' }));
      const { engagementId } = await engaged(first, { unit: 'NAV', role: 'SPECIALIST' });
      await post(`${first}/merger`, { survivorId: twice });
      const standsIn = await appoint(await steps.party('Testa Vikar'), {
        validFrom: '2026-02-05',
        temporary: true,
      });
      const toWrite = (readAfter: string) => tasksOf(leader, readAfter, subjectId, 'HANDOVER_TO_WRITE');
      expect(await toWrite(done(standsIn).readAfter)).toMatchObject([
        { for: { party: { name: 'Testa Overlater' } } },
      ]);
      const ended = await post(`${first}/engagements/${engagementId}/end`, { endedOn: '2026-02-10' });
      expect(await toWrite(ended.readAfter)).toMatchObject([{ for: { party: null, unit: 'NAV' } }]);
    });
  });

  describe('taken in from the municipality’s own lists', () => {
    const issuer = 'samspor-demo';
    const importing = () => ({
      runner: app.parts.runner,
      parties: app.parts.vault.parties,
      keys: app.parts.vault.keys,
      contextOf: () => ({ ...ownCommand('OPERATOR', '1576', randomUUID()), unrepeatable: true as const }),
    });
    const listsOf = (units: readonly string[], people: readonly string[]) => {
      const grid = (lines: readonly string[]) => readCsv(Buffer.from(lines.join('\n')), 'utf-8');
      const { listed } = unitsIn(grid(['Kode;Navn;Namn;Ligger under;Leder', ...units]));
      const head = 'Ansattnr;Innlogging;Navn;Enhet;Rolle;Tittel;Fra;Til og med;Telefon';
      const staffed = staffIn(grid([head, ...people]), { words: unitWords(listed), issuer });
      expect(staffed.faults).toEqual([]);
      return { units: listed, staff: staffed.listed };
    };
    const toldOf = ({ rows, faults }: Outcome) => ({
      rows: rows.map(({ list, row, kind, changes }) => [list, row, kind, ...changes].join(' ')),
      faults: faults.map(({ list, row }) => `${list} ${row}`),
    });
    const seen = async () => {
      const { readAfter } = await post(`${await steps.party('Sist Sett')}/contact`, { telephone: '1' });
      return staff(readAfter, '&unit=MUSEUM');
    };
    const units = ['GALLERY;galleriet;galleriet;MUSEUM;', 'MUSEUM;museet;museet;;7001'];
    const people = [
      '7001;museum-leader;Mona Museum;museet;Leder;Direktør;2026-01-01;;00 00 00 01',
      '7002;;Magnus Museum;MUSEUM;;;2026-01-01;;',
      '7002;;Magnus Museum;galleriet;Fagperson;;2026-01-01;2026-02-01;',
    ];
    const all = ['units 2 NEW', 'units 3 NEW', 'staff 2 NEW', 'staff 3 NEW'];

    it('change nothing when they are tried, are recorded once, and what differs is put right', async () => {
      const lists = listsOf(units, people);
      const tried = toldOf(await rehearsed(importing(), lists));
      expect([tried.rows.toSorted(), tried.faults]).toEqual([all.toSorted(), []]);
      expect(await seen()).toEqual([]);

      expect(toldOf(await takenIn(importing(), lists)).rows.toSorted()).toEqual(all.toSorted());
      const [magnus, mona, ...others] = await seen();
      expect([others, mona?.party.name, mona?.telephone]).toEqual([[], 'Mona Museum', '00 00 00 01']);
      expect(mona?.engagements).toMatchObject([{ unit: 'MUSEUM', role: 'LEADER', from: '2026-01-01' }]);
      expect(magnus?.engagements).toMatchObject([{ unit: 'MUSEUM', role: 'EMPLOYEE' }]);
      const led = done(await admin.get('/v1/units')).units as {
        unit: string;
        leader: object;
        parent: string;
      }[];
      expect(led.find(({ unit }) => unit === 'MUSEUM')?.leader).toMatchObject({ name: 'Mona Museum' });
      expect(led.find(({ unit }) => unit === 'GALLERY')?.parent).toBe('MUSEUM');

      const again = toldOf(await takenIn(importing(), listsOf(units, people)));
      expect([again.rows.every((row) => row.endsWith('UNCHANGED')), again.faults]).toEqual([true, []]);
      const changed = listsOf(
        ['GALLERY;kunsthallen;kunsthallen;MUSEUM;', units[1] ?? ''],
        [
          '7001;museum-leader;Mona Museum-Hansen;museet;Leder;Museumsdirektør;2026-01-01;2026-06-30;00 00 00 02',
          '7002;;Magnus Museum;MUSEUM;;;2026-01-15;;',
          '7003;;Marit Museum;MUSEUM;;;2026-02-01;2026-01-01;',
        ],
      );
      // Nobody ends before the first day.
      expect(toldOf(await rehearsed(importing(), changed)).faults).toEqual(['staff 4']);
      const right = toldOf(
        await takenIn(importing(), {
          ...changed,
          staff: changed.staff.filter(({ number }) => number !== '7003'),
        }),
      );
      expect(right.rows).toEqual([
        'units 2 CHANGED name',
        'staff 2 CHANGED name telephone title in MUSEUM last day in MUSEUM',
        'units 3 UNCHANGED',
        'staff 3 CHANGED first day in MUSEUM',
      ]);
      // The login is hers: what she does is done by who is in the list.
      const worked = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'museum-leader');
      const { partyId } = done(await worked.post('/v1/parties', { kind: 'STAFF', name: 'Ny' }));
      const trail = done(await admin.get(`/v1/parties/${partyId}/audit-trail`));
      expect(JSON.stringify(trail.entries)).toContain(mona?.party.partyId);
    });

    it('go on where a run was killed', async () => {
      const lists = listsOf(
        ['AQUARIUM;akvariet;akvariet;;8001'],
        ['8001;fish-1;Fia Fisk;AQUARIUM;;;2026-01-01;;1', '8002;;Frank Fisk;AQUARIUM;;;2026-01-01;;2'],
      );
      const { runner, parties, ...more } = importing();
      for (let left = 0; left < 15; left += 1) {
        let appends = left;
        const dying = {
          look: runner.look.bind(runner) as typeof runner.look,
          run: ((...asked: Parameters<typeof runner.run>) => {
            appends -= 1;
            return appends < 0 ? Promise.reject(new Error('killed')) : runner.run(...asked);
          }) as typeof runner.run,
        };
        const binding = {
          known: (login: Parameters<typeof parties.known>[0]) => parties.known(login),
          idFor: (login: Parameters<typeof parties.idFor>[0]) => parties.idFor(login),
          bind: (bound: Parameters<typeof parties.bind>[0]) => {
            appends -= 1;
            return appends < 0 ? Promise.reject(new Error('killed')) : parties.bind(bound);
          },
          whileNoneMerge: parties.whileNoneMerge.bind(parties) as typeof parties.whileNoneMerge,
        };
        await takenIn({ runner: dying, parties: binding, ...more }, lists).catch(() => undefined);
      }
      expect(toldOf(await takenIn(importing(), lists)).rows.every((row) => row.endsWith('UNCHANGED'))).toBe(
        true,
      );
      const { readAfter } = await post(`${await steps.party('Sist Sett')}/contact`, { telephone: '1' });
      const found = await staff(readAfter, '&unit=AQUARIUM');
      expect(found.map(({ party, engagements }) => [party.name, engagements.length])).toEqual([
        ['Fia Fisk', 1],
        ['Frank Fisk', 1],
      ]);
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
    const concurrence = (proposal: string) => unitLeader.post(`${proposal}/concurrence`, {});
    expect((await concurrence(others)).status).toBe(404);
    expect((await concurrence(own)).status).toBe(201);
    expect((await concurrence(`${own}-not`)).status).toBe(404);
    expect((await worker.post(`${await proposedIn('KINDERGARTEN')}/concurrence`, {})).status).toBe(201);
    expect(await worker.post(`${others}/concurrence`, {})).toMatchObject({
      status: 409,
      body: { type: 'coordination/no-leader' },
    });

    // Whoever types in answers, and leads a unit by the login, answers for that unit as themselves, and for any other as before.
    const caseworker = { role: 'CASEWORKER', municipality: '1576', sub: 'deputy', unit: 'KINDERGARTEN' };
    const both = { ...caseworker, others: [{ role: 'UNIT_LEADER', municipality: '1576' }] };
    const { accessToken } = done(await worker.post('/demo/token', { ...both, key: demoKey }));
    const deputy = new ApiClient(app.url, accessToken);
    const answeredBy = async (proposal: string, told: object = {}) => {
      const { readAfter } = done(await deputy.post(`${proposal}/concurrence`, told));
      const at = proposal.replace(/coordinator-proposals.*/, `coordination?readAfter=${readAfter}`);
      return done(await worker.get(at)).proposals[0].leader.partyId as string;
    };
    const ofDeputy = await steps.staffWith({ ...login, subject: 'deputy' }, 'Testa Stedfortreder');
    expect(await answeredBy(await proposedIn('KINDERGARTEN'))).toBe(ofDeputy);
    expect(await answeredBy(await proposedIn('KINDERGARTEN'), { leaderId: leads })).toBe(leads);
    expect(await answeredBy(others, { leaderId: leads })).toBe(leads);
  });

  it('are answered for on the page under which a person goes on, where the coordination goes on in that of another', async () => {
    const { subjectId } = await steps.granted();
    const said = { candidateId: await steps.party('Testa Flettet'), unit: 'SCHOOL', grounds: ['FIT'] };
    const { proposalId } = done(await worker.post(`/v1/subjects/${subjectId}/coordinator-proposals`, said));
    const survivorId = await steps.person();
    done(await worker.post(`/v1/subjects/${subjectId}/merge`, { survivorId, reason: 'Samme person.' }));
    const answer = `/v1/subjects/${survivorId}/coordinator-proposals/${proposalId}/concurrence`;
    done(await worker.post(answer, { leaderId: said.candidateId }));
  });
});
