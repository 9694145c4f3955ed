import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { done, Procedure, testNumber } from './procedure.js';

const dNumber = '55507608360';
const afterwards = '15507600333';

describe('a person over HTTP', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const register = async (fields: Readonly<Record<string, unknown>>) =>
    done(await worker.post('/v1/subjects', fields));
  const search = async (body: object, readAfter?: string, more = '') => {
    const path = `/v1/person-searches?${readAfter === undefined ? '' : `readAfter=${readAfter}`}${more}`;
    return done(await worker.post(path, body));
  };
  const idsFound = async (body: object, readAfter?: string) =>
    (await search(body, readAfter)).persons.map(({ subjectId }: { subjectId: string }) => subjectId);
  const page = async (subjectId: string, readAfter: string) =>
    done(await worker.get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`));

  it('C1 is born when the table of D-numbers says', async () => {
    const { subjectId, readAfter } = await register({
      familyName: 'Tabellsen',
      identityNumber: '41810021827',
    });
    expect(await page(subjectId, readAfter)).toMatchObject({ birthDate: '2000-01-01', birthYear: 2000 });
    const other = await register({ familyName: 'Tabellsen', identityNumber: '41814061033' });
    expect(await page(other.subjectId, other.readAfter)).toMatchObject({ birthDate: '1940-01-01' });
  });

  it('C8 may have a test number of the health sector', async () => {
    const { subjectId, readAfter } = await register({ identityNumber: '01779000121' });
    expect(await page(subjectId, readAfter)).toMatchObject({ birthDate: '1990-12-01' });
  });

  it('C2 is found by both numbers once one was replaced, and the old one is never free', async () => {
    const person = { givenName: 'Testine', familyName: 'Flyktningsen' };
    const { subjectId } = await register({ ...person, identityNumber: dNumber });
    const replacing = { identityNumber: afterwards, reasonCode: 'D_NUMBER_ENDED', replacedOn: '2026-02-01' };
    const path = `/v1/subjects/${subjectId}/identity/replacements`;
    const first = await worker.post(path, replacing);
    expect(first).toMatchObject({ status: 201, body: { subjectId } });
    expect((await worker.post(path, replacing)).status).toBe(200);
    for (const identityNumber of [dNumber, afterwards]) {
      expect(await idsFound({ identityNumber }, first.body.readAfter)).toEqual([subjectId]);
      const again = await worker.post('/v1/subjects', { ...person, identityNumber });
      expect(again).toMatchObject({ status: 200, body: { subjectId } });
    }
    expect(await worker.post(path, { ...replacing, identityNumber: dNumber })).toMatchObject({
      status: 409,
      body: { type: 'subject/identity-replaced' },
    });
    expect(await page(subjectId, first.body.readAfter)).toMatchObject({
      identityNumber: afterwards,
      formerNumbers: [dNumber],
    });
    const other = await register({ familyName: 'Annen' });
    expect(
      await worker.post(`/v1/subjects/${other.subjectId}/identity`, { identityNumber: dNumber }),
    ).toMatchObject({ status: 409, body: { type: 'subject/identity-known' } });
  });

  it('C3 has a new name from a day on, is found by each, and the trail says both', async () => {
    const subjectId = await steps.person({ givenName: 'Testine', familyName: 'Ungpike' });
    const caseId = await steps.application(subjectId);
    const renamed = { givenName: 'Testine', familyName: 'Nygiftsen', validFrom: '2026-02-14' };
    const { readAfter } = done(await worker.post(`/v1/subjects/${subjectId}/names`, renamed));
    expect(await idsFound({ name: 'ungpike' }, readAfter)).toEqual([subjectId]);
    expect(await idsFound({ name: 'nygiftsen' }, readAfter)).toEqual([subjectId]);
    expect(await page(subjectId, readAfter)).toMatchObject({
      familyName: 'Nygiftsen',
      nameSince: '2026-02-14',
      formerNames: [{ givenName: 'Testine', familyName: 'Ungpike', since: null }],
    });
    const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      'Personen heter fra 14. februar 2026 «Testine Nygiftsen» (før: «Testine Ungpike»).',
    );
  });

  const contact = {
    address: 'Prøveveien 1\n0000 Prøvested',
    telephone: '+47 00 00 00 00',
    email: 'testine@eksempel.example',
    languageForm: 'NN',
    interpreterLanguage: 'tegnspråk',
    setOn: '2026-02-14',
  };
  const set = async (subjectId: string, more: object) =>
    done(await worker.post(`/v1/subjects/${subjectId}/contact`, { ...contact, ...more }));

  it('is reached as was told last, by its day, and the trail tells neither where nor how', async () => {
    const subjectId = await steps.person({ familyName: 'Kontaktsen' });
    const caseId = await steps.application(subjectId);
    const { address: _, ...rest } = contact;
    await set(subjectId, {});
    const path = `/v1/subjects/${subjectId}/contact`;
    const later = await done(await worker.post(path, { ...rest, setOn: '2026-02-20', telephone: '11111' }));
    const { readAfter } = await set(subjectId, { setOn: '2026-01-01' });
    expect(await page(subjectId, readAfter)).toMatchObject({
      contact: { ...rest, address: null, telephone: '11111', setOn: '2026-02-20' },
      contactWithheld: false,
    });
    const trail = await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`);
    const { entries } = done(trail);
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      'Kontaktopplysningene til personen gjelder fra 20. februar 2026; målform: nynorsk; trenger tolk.',
    );
    for (const hidden of ['Prøveveien', '00 00', 'testine@', 'tegnspråk']) {
      expect(JSON.stringify(trail.body)).not.toContain(hidden);
    }
    const correction = {
      eventId: later.events[0].eventId,
      changed: { telephone: '22222' },
      reason: 'Skrevet feil.',
    };
    const corrected = done(await worker.post(`/v1/subjects/${subjectId}/corrections`, correction));
    expect((await page(subjectId, corrected.readAfter)).contact.telephone).toBe('22222');
  });

  describe('with a protected address', () => {
    /** Every list that there is: a GET of no one thing, and the search. */
    interface Described {
      readonly get?: { readonly parameters?: readonly Parameter[] };
    }
    interface Parameter {
      readonly name: string;
      readonly in: string;
      readonly required: boolean;
      readonly schema: { readonly enum?: readonly string[] };
    }
    /** Every list of the API, by each value of a parameter that it cannot do without. */
    const listsOf = async (): Promise<readonly string[]> => {
      const { paths } = (await worker.get('/openapi.json')).body;
      return Object.entries<Described>(paths).flatMap(([path, { get }]) => {
        if (get === undefined || !path.startsWith('/v1/') || path.includes('{')) return [];
        const needed = get.parameters?.find((one) => one.in === 'query' && one.required);
        if (needed === undefined) return [path];
        return (needed.schema.enum ?? []).map((value) => `${path}?${needed.name}=${value}`);
      });
    };

    it('is in no list and no search, neither by name nor by id, and found by the number for the purpose alone', async () => {
      const identityNumber = testNumber(430);
      const hidden = {
        givenName: 'Skjultine',
        familyName: 'Gradertsen',
        protectedAddress: true,
        identityNumber,
      };
      const subjectId = await steps.person(hidden);
      const open = await steps.person({ givenName: 'Skjultine', familyName: 'Synligsen' });
      const coordinatorId = await steps.party('Koordinator Prøve');
      const cases: string[] = [];
      for (const id of [subjectId, open]) {
        const caseId = await steps.application(id);
        cases.push(caseId);
        const meetingId = await steps.meeting(caseId);
        await steps.decision(caseId, meetingId);
        await steps.consent(id);
        await steps.coordinator(id, caseId, coordinatorId);
        await steps.plan(id, caseId);
      }
      const withdrawal = await steps.application(subjectId);
      const { readAfter } = done(
        await worker.post(`/v1/cases/${withdrawal}/withdrawal`, { withdrawnBy: 'SUBJECT' }),
      );
      // What is about oneself is for that one alone (own-page.int).
      const lists = (await listsOf()).filter((path) => !/^\/v1\/me(\/|$)/.test(path));
      expect(lists).toEqual(expect.arrayContaining(['/v1/cases', '/v1/coordination', '/v1/tasks']));
      const leader = await ApiClient.as(app.url, 'LEADER');
      const unitLeader = await ApiClient.as(app.url, 'UNIT_LEADER');
      for (const path of lists) {
        const answered: number[] = [];
        for (const reader of [worker, leader, unitLeader]) {
          const sign = path.includes('?') ? '&' : '?';
          const answer = await reader.get(`${path}${sign}limit=200&readAfter=${readAfter}`);
          // Some have no pages.
          const { status, body } = answer.status === 400 ? await reader.get(path) : answer;
          answered.push(status);
          const said = JSON.stringify(body);
          for (const one of [subjectId, 'Gradertsen', identityNumber]) {
            expect([path, said]).toEqual([path, expect.not.stringContaining(one)]);
          }
        }
        // What was not told yet, such as a contact card, is 404; some lists are for one of the three.
        expect([path, Math.min(...answered.map((status) => (status === 404 ? 200 : status)))]).toEqual([
          path,
          200,
        ]);
      }
      const work = done(await worker.get('/v1/cases?limit=200')).cases;
      expect(work.find(({ caseId }: { caseId: string }) => caseId === cases[0])).toMatchObject({
        caseNumber: expect.stringMatching(/^20\d\d\/\d+$/),
        activePlanId: null,
        subject: { subjectId: null, givenName: null, familyName: null, protectedAddress: true },
      });
      const register = done(await worker.get(`/v1/coordination?limit=200`)).coordination;
      expect(JSON.stringify(register)).toContain(open);
      for (const wanted of [{ name: 'skjultine' }, { birthDate: '1990-08-02' }, { identityNumber }]) {
        const { persons } = await search(wanted, readAfter, '&limit=200');
        expect(persons.map((one: { subjectId: string }) => one.subjectId)).not.toContain(subjectId);
      }
      expect(await search({ identityNumber }, readAfter, '&purpose=CONTACT')).toMatchObject({
        persons: [{ subjectId, familyName: 'Gradertsen' }],
        count: 1,
      });
      const byName = await search({ name: 'gradertsen' }, readAfter, '&purpose=CONTACT');
      expect(byName.persons).toEqual([]);
    });
  });

  it('has one page with every case, the coordination now and before, and enquiries, and one trail of it all', async () => {
    const subjectId = await steps.person({ familyName: 'Heilsen' });
    const enquiryId = await steps.enquiry({ subjectId });
    const granted = await steps.application(subjectId);
    await steps.decision(granted, await steps.meeting(granted));
    const coordinatorId = await steps.party('Koordinator Heil');
    await steps.consent(subjectId);
    await steps.coordinator(subjectId, granted, coordinatorId);
    const second = await steps.application(subjectId, { items: ['COORDINATOR'] });
    const { readAfter } = done(
      await worker.post(`/v1/cases/${second}/withdrawal`, { withdrawnBy: 'SUBJECT' }),
    );
    const shown = await page(subjectId, readAfter);
    expect(shown.cases.map(({ caseId }: { caseId: string }) => caseId).toSorted()).toEqual(
      [granted, second].toSorted(),
    );
    expect(shown.cases).toContainEqual(expect.objectContaining({ caseId: second, status: 'WITHDRAWN' }));
    expect(shown.coordination).toMatchObject({
      consents: [{ scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'] }],
      coordinator: { name: 'Koordinator Heil' },
      appointments: [{ coordinator: { partyId: coordinatorId } }],
    });
    expect(shown.enquiries).toMatchObject([{ enquiryId, status: 'WAITING' }]);
    const { extract, entries } = done(
      await worker.get(`/v1/subjects/${subjectId}/trail?readAfter=${readAfter}`),
    );
    expect(extract.subject).toMatchObject({ subjectId, familyName: 'Heilsen' });
    const told = entries as { of: string; case: { caseId: string; caseNumber: string } | null }[];
    expect([...new Set(told.map(({ of }) => of))].toSorted()).toEqual([
      'case',
      'coordination',
      'enquiry',
      'subject',
    ]);
    expect(new Set(told.flatMap((entry) => entry.case?.caseId ?? []))).toEqual(new Set([granted, second]));
    expect(told.find((entry) => entry.case?.caseId === second)?.case?.caseNumber).toMatch(/^20\d\d\/\d+$/);
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR');
    expect((await coordinator.get(`/v1/subjects/${subjectId}/trail`)).status).toBe(404);
  });

  it('with a protected address has a trail that goes out without a name of the person or the kin', async () => {
    const subjectId = await steps.person({
      givenName: 'Tryggve',
      familyName: 'Løynsen',
      protectedAddress: true,
    });
    await steps.enquiry({ subjectId, callerName: 'Ringar Løynsen' });
    const caseId = await steps.application(subjectId);
    const { partyId } = done(await worker.post('/v1/parties', { kind: 'GUARDIAN', name: 'Moder Løynsen' }));
    done(await worker.post(`/v1/subjects/${subjectId}/relations`, { partyId, kind: 'PARENT' }));
    const renamed = { givenName: 'Trygve', familyName: 'Løynsen', validFrom: '2026-02-14' };
    const { readAfter } = done(await worker.post(`/v1/subjects/${subjectId}/names`, renamed));
    for (const path of [`/v1/subjects/${subjectId}/trail`, `/v1/cases/${caseId}/audit-trail`]) {
      const read = (accept: string) => worker.get(`${path}?readAfter=${readAfter}`, { headers: { accept } });
      expect(JSON.stringify((await read('application/json')).body)).toContain('Trygve Løynsen');
      const { status, body: csv } = await read('text/csv');
      expect(status).toBe(200);
      expect(csv).toContain('[skrives ikke ut: gradert adresse]');
      expect(csv).toContain('er forelder for personen');
      expect(csv).not.toMatch(/Løynsen|Tryg/);
    }
  });

  it('with a protected address is told of where to for that purpose alone', async () => {
    const { subjectId } = await register({ familyName: 'Hemmeligsen', protectedAddress: true });
    const { readAfter } = await set(subjectId, {});
    expect(await page(subjectId, readAfter)).toMatchObject({ contact: null, contactWithheld: true });
    const { body } = await worker.get(`/v1/subjects/${subjectId}?purpose=CONTACT`);
    expect(body).toMatchObject({ contact, contactWithheld: false });
    expect((await worker.get(`/v1/subjects/${subjectId}?purpose=CURIOSITY`)).status).toBe(400);
    expect(JSON.stringify(await search({ name: 'hemmeligsen' }))).not.toContain('Prøveveien');
  });

  describe('has parents, guardians and next of kin (F11)', () => {
    const party = async (kind: string, name: string) =>
      done(await worker.post('/v1/parties', { kind, name })).partyId;

    it('two guardians are both named on the page and in the trail, and one may end', async () => {
      const subjectId = await steps.person({ familyName: 'Vergesen' });
      const caseId = await steps.application(subjectId);
      const path = `/v1/subjects/${subjectId}/relations`;
      const [first, second] = [
        await party('GUARDIAN', 'Verger Enesen'),
        await party('GUARDIAN', 'Verger Tosen'),
      ];
      const guardian = { kind: 'GUARDIAN', validFrom: '2026-01-10' };
      const told = {
        scope: 'Økonomi',
        restriction: 'Ikke bosted',
        telephone: '00 00 00 00',
        mayBeContacted: true,
      };
      const one = done(await worker.post(path, { ...guardian, ...told, partyId: first }));
      expect(one).toMatchObject({ subjectId, relationId: expect.any(String) });
      done(await worker.post(path, { ...guardian, partyId: second }));
      const ended = { endedOn: '2026-02-20', reasonCode: 'REPLACED' };
      const { readAfter } = done(await worker.post(`${path}/${one.relationId}/end`, ended));
      const { relations } = await page(subjectId, readAfter);
      expect(relations).toMatchObject([
        { party: { partyId: second, name: 'Verger Tosen' }, isCurrent: true, endedOn: null, telephone: null },
        {
          ...told,
          party: { partyId: first, name: 'Verger Enesen' },
          isCurrent: false,
          endedOn: '2026-02-20',
          endReason: 'REPLACED',
        },
      ]);
      const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
      const sentences = entries.map(({ sentence }: { sentence: string }) => sentence);
      expect(sentences).toEqual(
        expect.arrayContaining([
          'Verger Enesen er verge for personen fra 10. januar 2026. Omfang: «Økonomi». Begrensning: «Ikke bosted».',
          'Relasjonen til Verger Enesen er avsluttet fra 20. februar 2026 (en annen har overtatt).',
        ]),
      );
    });

    it('is refused what is no relation, and nothing is recorded', async () => {
      const { subjectId } = await register({ familyName: 'Avslagsen' });
      const path = `/v1/subjects/${subjectId}/relations`;
      const partyId = await party('PARENT', 'Forelder Prøvesen');
      const refused = async (body: object, type: string, status = 409) =>
        expect(await worker.post(path, { partyId, kind: 'PARENT', ...body })).toMatchObject({
          status,
          body: { type },
        });
      await refused({ partyId: subjectId }, 'subject/unknown-party');
      await refused({ kind: 'NEXT_OF_KIN', parentalResponsibility: true }, 'subject/not-a-parent');
      await refused({ validFrom: '2026-02-01', validUntil: '2026-01-31' }, 'subject/date-order');
      await refused({ telephone: 'ring meg' }, 'invalid-body', 400);
      const { relationId } = done(await worker.post(path, { partyId, kind: 'PARENT' }));
      await refused({}, 'subject/already-related');
      expect(await worker.post(`${path}/${partyId}/end`, { reasonCode: 'OTHER' })).toMatchObject({
        status: 404,
        body: { type: 'subject/no-such-relation' },
      });
      const { readAfter } = done(await worker.post(`${path}/${relationId}/end`, { reasonCode: 'OTHER' }));
      expect((await page(subjectId, readAfter)).relations).toHaveLength(1);
    });

    it('asked 32 times at once, is recorded once', async () => {
      const { subjectId } = await register({ familyName: 'Samtidigsen' });
      const partyId = await party('PARENT', 'Forelder Samtidigsen');
      const path = `/v1/subjects/${subjectId}/relations`;
      const answers = await Promise.all(
        Array.from({ length: 32 }, (_, at) =>
          worker.post(path, { partyId, kind: 'PARENT', validFrom: at % 2 ? '2026-01-10' : '2026-02-10' }),
        ),
      );
      const ids = new Set(answers.flatMap(({ body }) => (body.relationId ? [body.relationId] : [])));
      expect(ids.size).toBe(1);
      const { readAfter } = done(
        await worker.post(`/v1/subjects/${subjectId}/names`, { familyName: 'Etterpå' }),
      );
      expect((await page(subjectId, readAfter)).relations).toHaveLength(1);
    });

    it('a child’s are two givers, and one’s withdrawal ends nothing of the other’s (D9)', async () => {
      const born = { birthDate: `${new Date().getUTCFullYear() - 9}-05-17` };
      const { subjectId } = await register({ familyName: 'Tosamtykkesen', ...born });
      const caseId = await steps.application(subjectId);
      const [first, second] = [
        await party('PARENT', 'Forelder Enesen'),
        await party('PARENT', 'Forelder Tosen'),
      ];
      const consents = `/v1/subjects/${subjectId}/consents`;
      const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
      const by = (givenById: string) => ({ scopes, givenBy: 'PARENT', givenById });
      const points = async (readAfter: string) =>
        done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`)).openPoints;

      const unrecorded = done(await worker.post(consents, by(first)));
      expect(await points(unrecorded.readAfter)).toEqual(['GUARDIAN', 'IDENTITY_NUMBER', 'CHILD_NOT_HEARD']);
      const relations = `/v1/subjects/${subjectId}/relations`;
      for (const partyId of [first, second]) done(await worker.post(relations, { partyId, kind: 'PARENT' }));
      const other = await party('PARENT', 'Annen Voksen');
      expect(await worker.post(consents, by(other))).toMatchObject({
        status: 409,
        body: { type: 'coordination/not-guardian' },
      });
      const named = done(await worker.post(relations, { partyId: other, kind: 'NEXT_OF_KIN' }));
      expect(await points(named.readAfter)).toEqual(['OTHER_GUARDIAN', 'IDENTITY_NUMBER', 'CHILD_NOT_HEARD']);
      const both = done(await worker.post(consents, by(second)));
      expect(await points(both.readAfter)).toEqual(['IDENTITY_NUMBER', 'CHILD_NOT_HEARD']);
      const withdrawn = done(await worker.post(`${consents}/${unrecorded.consentId}/withdrawal`, {}));
      expect(withdrawn.stillHolds).toEqual([
        { consentId: both.consentId, givenBy: 'PARENT', givenById: second, scopes },
      ]);
      const { readAfter } = withdrawn;
      expect(await points(readAfter)).toEqual(['OTHER_GUARDIAN', 'IDENTITY_NUMBER', 'CHILD_NOT_HEARD']);
      const coordination = done(
        await worker.get(`/v1/subjects/${subjectId}/coordination?readAfter=${readAfter}`),
      );
      expect(coordination.consents.map(({ giver }: { giver: unknown }) => giver)).toEqual([
        { partyId: first, name: 'Forelder Enesen' },
        { partyId: second, name: 'Forelder Tosen' },
      ]);
      const trail = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
      const sentences = trail.entries.map(({ sentence }: { sentence: string }) => sentence);
      expect(sentences).toContainEqual(
        expect.stringMatching(/ trukket tilbake .* av foresatt \(Forelder Enesen\)\.$/),
      );
    });

    it('who is of age by the day consents alone, and another one only with a reason (D6)', async () => {
      const soon = inDays(2);
      const year = Number(soon.slice(0, 4));
      const young = await register({ familyName: 'Snartsen', birthDate: `${year - 16}${soon.slice(4)}` });
      const grown = await register({ familyName: 'Voksensen', birthDate: `${year - 40}-01-01` });
      const consent = (subjectId: string, more: object) =>
        worker.post(`/v1/subjects/${subjectId}/consents`, { scopes: ['PLAN'], ...more });
      expect((await consent(young.subjectId, { givenBy: 'SUBJECT' })).body.type).toBe(
        'coordination/under-16',
      );
      const guardian = { givenBy: 'GUARDIAN' };
      done(await consent(young.subjectId, guardian));
      expect((await consent(grown.subjectId, guardian)).body.type).toBe('coordination/consents-alone');
      done(await consent(grown.subjectId, { ...guardian, onBehalfReason: 'Kan ikke samtykke selv.' }));
    });

    it('who told, applied and withdrew is named on the case and in its trail (D9)', async () => {
      const { subjectId } = await register({ familyName: 'Navngittsen' });
      const [nurse, mother] = [
        await party('EXTERNAL', 'Sykehuset Prøve'),
        await party('PARENT', 'Mor Navngittsen'),
      ];
      const need = { opening: 'NEED', subjectId, receivedOn: '2026-01-05', channel: 'PHONE' };
      const told = { notifierRole: 'SPECIALIST_SERVICE', notifierId: nurse };
      const { caseId } = done(await worker.post('/v1/cases', { ...need, ...told }));
      const application = { items: ['INDIVIDUAL_PLAN'], receivedOn: '2026-01-10', channel: 'FORM' };
      const by = { applicantRole: 'PARENT', applicantId: mother };
      const path = `/v1/cases/${caseId}/application`;
      expect(await worker.post(path, { ...application, ...by, applicantId: subjectId })).toMatchObject({
        status: 409,
        body: { type: 'casework/unknown-party' },
      });
      done(await worker.post(path, { ...application, ...by }));
      const withdrawal = { withdrawnBy: 'PARENT', withdrawnById: mother, withdrawnOn: '2026-01-20' };
      const { readAfter } = done(await worker.post(`/v1/cases/${caseId}/withdrawal`, withdrawal));
      const name = 'Mor Navngittsen';
      expect(done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`))).toMatchObject({
        notifier: { partyId: nurse, name: 'Sykehuset Prøve' },
        applicant: { partyId: mother, name },
        withdrawer: { partyId: mother, name },
      });
      const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail`));
      const sentences = entries.map(({ sentence }: { sentence: string }) => sentence).join('\n');
      expect(sentences).toContain('av spesialisthelsetjenesten (Sykehuset Prøve, telefon)');
      expect(sentences).toContain('fra foresatt (Mor Navngittsen)');
      expect(sentences).toContain('Søknaden ble trukket 20. januar 2026 av foresatt (Mor Navngittsen).');
    });

    it('the number of one stays with the others’ while the address is protected', async () => {
      const { subjectId } = await register({ familyName: 'Skjulsen', protectedAddress: true });
      const partyId = await party('PARENT', 'Forelder Skjulsen');
      const relation = { partyId, kind: 'PARENT', telephone: '00 00 00 00' };
      const { readAfter } = done(await worker.post(`/v1/subjects/${subjectId}/relations`, relation));
      expect(await page(subjectId, readAfter)).toMatchObject({
        contactWithheld: true,
        relations: [{ telephone: null }],
      });
      const { body } = await worker.get(`/v1/subjects/${subjectId}?purpose=CONTACT`);
      expect(body.relations).toMatchObject([{ telephone: '00 00 00 00' }]);
    });
  });

  it.each([
    { telephone: 'ring meg' },
    { telephone: '1234' },
    { email: 'testine' },
    { email: 'a b@c' },
    { languageForm: 'SE' },
  ])('is not reached by %j', async (wrong) => {
    const { subjectId } = await register({ familyName: 'Feilsen' });
    expect(await worker.post(`/v1/subjects/${subjectId}/contact`, wrong)).toMatchObject({
      status: 400,
      body: { type: 'invalid-body', errors: [{ path: Object.keys(wrong)[0] }] },
    });
  });

  it('C4 is told as a likely double also when registered with a number', async () => {
    const first = await register({ givenName: 'Dobbeline', familyName: 'Uten-Nummer' });
    await idsFound({ name: 'dobbeline' }, first.readAfter);
    const second = await register({
      givenName: 'Dobbeline',
      familyName: 'Uten-Nummer',
      identityNumber: testNumber(30),
    });
    expect(second.warnings).toEqual([{ code: 'LIKELY_DOUBLE', subjectId: first.subjectId }]);
    const third = await register({ familyName: 'Ingen Annen', identityNumber: testNumber(60) });
    expect(third.warnings).toEqual([]);
  });

  it('C4 is no double to be taken back while a case lives on the registration', async () => {
    const { body, headers: _ } = await worker.post('/v1/subjects', { familyName: 'Medsaksen' });
    await steps.application(body.subjectId);
    const error = {
      eventId: body.events[0].eventId,
      recordedInError: { reasonCode: 'DUPLICATE' },
      reason: 'Registrert to ganger.',
    };
    expect(await worker.post(`/v1/subjects/${body.subjectId}/corrections`, error)).toMatchObject({
      status: 409,
      body: { type: 'subject/rests-on', restsOn: [{ type: 'ApplicationReceived' }] },
    });
  });

  it('C4 takes everything of the other registration along when the two are merged', async () => {
    const { subjectId, caseId } = await steps.granted();
    const coordinatorId = await steps.party('Koordinator Prøvesen');
    const appointmentId = await steps.coordinator(subjectId, caseId, coordinatorId);
    const planId = await steps.plan(subjectId, caseId);
    const identityNumber = testNumber(90);
    const survivor = await register({ givenName: 'Blivende', familyName: 'Prøvesen', identityNumber });
    const survivorId: string = survivor.subjectId;
    const merging = { survivorId, reason: 'Samme person.' };
    const merged = await worker.post(`/v1/subjects/${subjectId}/merge`, merging);
    expect(merged).toMatchObject({ status: 201, body: { subjectId: survivorId } });
    expect((await worker.post(`/v1/subjects/${subjectId}/merge`, merging)).status).toBe(200);

    const own = await app.parts.store.read(`subject-1576.${survivorId}`);
    expect(own.map(({ type }) => type)).toEqual(['SubjectRegistered', 'SubjectMergedFrom']);
    expect(own[1]?.id).not.toBe(merged.body.events[0].eventId);
    const { readAfter } = done(
      await worker.post(`/v1/subjects/${survivorId}/names`, {
        familyName: 'Blivendesen',
        validFrom: '2026-02-02',
      }),
    );

    // Whoever asks for either gets the survivor.
    for (const id of [subjectId, survivorId]) {
      expect(await page(id, readAfter)).toMatchObject({ subjectId: survivorId, merged: [subjectId] });
      const coordination = done(await worker.get(`/v1/subjects/${id}/coordination?readAfter=${readAfter}`));
      expect(coordination).toMatchObject({
        subject: { subjectId: survivorId, familyName: 'Blivendesen' },
        activePlanId: planId,
        coordinator: { partyId: coordinatorId },
      });
      const { cases } = done(await worker.get(`/v1/cases?subjectId=${id}&readAfter=${readAfter}`));
      expect(cases).toMatchObject([
        { caseId, subject: { subjectId: survivorId }, activePlanId: planId, openPoints: [] },
      ]);
    }
    expect(await idsFound({ identityNumber }, readAfter)).toEqual([survivorId]);
    const { entries } = done(
      await worker.get(`/v1/cases/${caseId}/audit-trail?limit=200&readAfter=${readAfter}`),
    );
    const types = entries.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['SubjectMergedInto', 'SubjectMergedFrom', 'PlanStarted']));

    // And what is done to the survivor goes on where it was.
    const again = await worker.post(`/v1/subjects/${survivorId}/plans`, { caseId, withSubject: true });
    expect(again).toMatchObject({ status: 409, body: { type: 'coordination/plan-already-active' } });
    const ended = { reasonCode: 'OTHER', personAgrees: true, releasedOn: '2026-02-20' };
    expect(
      (await worker.post(`/v1/subjects/${survivorId}/coordinators/${appointmentId}/end`, ended)).status,
    ).toBe(201);
    const opened = await steps.application(subjectId);
    const [started] = await app.parts.store.read(`case-1576.${opened}`);
    expect(started?.data).toMatchObject({ subjectId: survivorId });
    const further = await worker.post(`/v1/subjects/${subjectId}/names`, { familyName: 'Feil' });
    expect(further).toMatchObject({ status: 409, body: { type: 'subject/merged' } });
  });

  it('C4 is not merged while both have a plan or a coordinator, and a merge can be taken back', async () => {
    const [one, other] = [await steps.granted(), await steps.granted()];
    const coordinatorId = await steps.party('Koordinator To');
    await steps.coordinator(one.subjectId, one.caseId, coordinatorId);
    await steps.plan(other.subjectId, other.caseId);
    const merging = { survivorId: other.subjectId, reason: 'Samme person.' };
    expect(await worker.post(`/v1/subjects/${one.subjectId}/merge`, merging)).toMatchObject({
      status: 409,
      body: { type: 'subject/both-coordinated' },
    });
    const third = await register({ givenName: 'Tredje', familyName: 'Angresen' });
    const merge = done(await worker.post(`/v1/subjects/${third.subjectId}/merge`, merging));
    const error = {
      eventId: merge.events[0].eventId,
      recordedInError: { reasonCode: 'WRONG_PERSON' },
      reason: 'To personer likevel.',
    };
    const { readAfter } = done(await worker.post(`/v1/subjects/${third.subjectId}/corrections`, error));
    expect(await page(third.subjectId, readAfter)).toMatchObject({ subjectId: third.subjectId });
    const own = await app.parts.store.read(`subject-1576.${other.subjectId}`);
    expect(own.map(({ type }) => type)).toEqual([
      'SubjectRegistered',
      'SubjectMergedFrom',
      'RecordedInErrorMarked',
    ]);
  });

  it('C5 is found by what one sees of the name', async () => {
    const { subjectId, readAfter } = await register({ givenName: 'Ŋuoŋas', familyName: 'O´Se\u00ADendesen' });
    for (const name of ['ŋuoŋas', 'nuonas', 'O’Seendesen', "O'SEENDESEN", 'oseendesen']) {
      expect(await idsFound({ name }, readAfter)).toEqual([subjectId]);
    }
  });

  it('C6 is one of a count, a page at a time', async () => {
    let last = '';
    const registered = new Set<string>();
    for (let n = 0; n < 60; n += 1) {
      const one = await register({ givenName: `Nr ${String(n).padStart(2, '0')}`, familyName: 'Mangesen' });
      registered.add(one.subjectId);
      last = one.readAfter;
    }
    const first = await search({ name: 'mangesen' }, last, '&limit=25');
    const second = await search({ name: 'mangesen' }, last, `&limit=25&after=${first.next}`);
    const third = await search({ name: 'mangesen' }, last, `&limit=25&after=${second.next}`);
    const pages = [first, second, third];
    expect(pages.map(({ count, persons }) => [count, persons.length])).toEqual([
      [60, 25],
      [60, 25],
      [60, 10],
    ]);
    expect(third.next).toBeUndefined();
    const shown = pages.flatMap(({ persons }) => persons);
    expect(new Set(shown.map(({ subjectId }) => subjectId))).toEqual(registered);
    const names = shown.map(({ givenName }) => givenName);
    expect(names).toEqual(Array.from({ length: 60 }, (_, n) => `Nr ${String(n).padStart(2, '0')}`));
  });

  it('C7 may have one name, or none yet', async () => {
    const one = await register({ familyName: 'Enkeltnavn' });
    expect(await page(one.subjectId, one.readAfter)).toMatchObject({
      givenName: null,
      familyName: 'Enkeltnavn',
    });
    const newborn = await register({ birthDate: '2026-01-15' });
    expect(await page(newborn.subjectId, newborn.readAfter)).toMatchObject({
      givenName: null,
      familyName: null,
    });
    const nobody = await worker.post('/v1/subjects', { protectedAddress: true });
    expect(nobody).toMatchObject({ status: 409, body: { type: 'subject/not-to-be-known' } });
  });
});
