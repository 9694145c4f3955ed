import { randomUUID } from 'node:crypto';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { numberCases, RecordCaseStepCommand, takeOverNumbers } from '#casework/application/index';
import { recordStep } from '#casework/application/record-case-step';
import { madeId } from '#event-sourcing';
import { createPool, type Pool } from '#postgres';
import { type Answer, ApiClient } from '../support/api-client.js';
import { startSecondApi, startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

const year = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' }).slice(0, 4);
const each = <T>(count: number, of: (index: number) => T) => Array.from({ length: count }, (_, n) => of(n));
const numbersOf = (answers: readonly Answer[]) => answers.map(({ body }) => String(body.caseNumber));
const serialOf = (caseNumber: string) => Number(caseNumber.split('/')[1]);

describe('the number of a case', () => {
  let app: TestApp;
  let here: ApiClient;
  let there: ApiClient;
  let subjectId: string;
  let superuser: Pool;
  const stops: (() => unknown)[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    stops.push(() => app.stop());
    superuser = createPool({
      connectionString: app.database.vaultSuperuserUrl,
      applicationName: 'samspor test',
      max: 1,
    });
    stops.push(() => superuser.end());
    const other = await startSecondApi(app);
    stops.push(() => other.stop());
    here = await ApiClient.as(app.url, 'CASEWORKER');
    there = await ApiClient.as(other.url, 'CASEWORKER');
    subjectId = await new Procedure(here).person();
  });
  afterAll(async () => {
    for (const stop of stops.toReversed()) await stop();
  });

  const need = { opening: 'NEED', receivedOn: '2026-01-05', channel: 'PHONE' };
  const application = {
    opening: 'APPLICATION',
    items: ['COORDINATOR'],
    receivedOn: '2026-01-06',
    channel: 'FORM',
    signed: true,
  };
  const open = (client: ApiClient, body: object = need, key?: string) =>
    client.post(
      '/v1/cases',
      { subjectId, ...body },
      key === undefined ? {} : { headers: { 'idempotency-key': key } },
    );
  const numbered = async (client: ApiClient, path: string) => done(await client.get(path));
  /** As a release without numbers opened it. */
  async function opensUnnumbered(): Promise<string> {
    const context = ownCommand('OPERATOR', '1576', randomUUID());
    const told = {
      subjectId,
      notifiedOn: '2026-01-05',
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      subjectWishes: 'YES',
    } as const;
    const { caseId } = await recordStep(
      app.parts.runner,
      new RecordCaseStepCommand('NeedNotified', told, context),
    );
    expect(caseId).toBe(madeId(context.commandId, 'case'));
    return caseId;
  }

  it('E5 is told to whoever opens it, the next of the year, and shown wherever the case is', async () => {
    const first = done(await open(here));
    const second = done(await open(here, application));
    expect(first.caseNumber).toMatch(new RegExp(`^${year}/[1-9]\\d*$`));
    expect(serialOf(second.caseNumber)).toBe(serialOf(first.caseNumber) + 1);
    expect(second.openCases).toContainEqual(
      expect.objectContaining({ caseId: first.caseId, caseNumber: first.caseNumber }),
    );

    const { caseId, caseNumber, readAfter } = second;
    expect(await numbered(here, `/v1/cases/${caseId}?readAfter=${readAfter}`)).toMatchObject({ caseNumber });
    const { cases } = await numbered(here, `/v1/cases?subjectId=${subjectId}&readAfter=${readAfter}`);
    expect(cases).toContainEqual(expect.objectContaining({ caseId, caseNumber }));
    const trail = await numbered(here, `/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`);
    expect(trail.caseNumber).toBe(caseNumber);
    const opening = trail.entries.find(({ type }: { type: string }) => type === 'ApplicationReceived');
    expect(opening.sentence).toMatch(`Saken fikk nummer ${caseNumber}.`);
    const csv = await here.get(`/v1/cases/${caseId}/audit-trail`, { headers: { accept: 'text/csv' } });
    expect(csv.body).toMatch(`Saksnummer;${caseNumber} (${caseId})\r\n`);
  });

  it('E5 stays the one of the need when an application joins the case', async () => {
    const { caseId, caseNumber } = done(await open(here));
    const { opening: _, ...joining } = application;
    const joined = done(await here.post(`/v1/cases/${caseId}/application`, joining));
    expect(joined).not.toHaveProperty('caseNumber');
    expect(await numbered(here, `/v1/cases/${caseId}?readAfter=${joined.readAfter}`)).toMatchObject({
      caseNumber,
    });
    const refused = await here.post(`/v1/cases/${caseId}/number`, {});
    expect(refused).toMatchObject({ status: 409, body: { type: 'casework/already-numbered' } });
  });

  it('E5 finds the case for a caseworker, a leader and an auditor, and is no other text', async () => {
    const { caseId, caseNumber, readAfter } = done(await open(here));
    const filter = `caseNumber=${encodeURIComponent(caseNumber)}`;
    for (const role of ['CASEWORKER', 'LEADER', 'AUDITOR']) {
      const { cases } = await numbered(
        await ApiClient.as(app.url, role),
        `/v1/cases?${filter}&readAfter=${readAfter}`,
      );
      expect(cases.map((one: { caseId: string }) => one.caseId)).toEqual([caseId]);
    }
    expect((await numbered(here, '/v1/cases?caseNumber=1999%2F1')).cases).toEqual([]);
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR');
    expect((await numbered(coordinator, `/v1/cases?${filter}`)).cases).toEqual([]);
    for (const wrong of ['14', '2026/0', '2026/014', "2026/1' or 1=1"]) {
      const { status } = await here.get(`/v1/cases?caseNumber=${encodeURIComponent(wrong)}`);
      expect(status).toBe(400);
    }
  });

  it('E5 is the same for the same command, however often, at whichever process', async () => {
    const key = randomUUID();
    const answers = await Promise.all(each(16, (n) => open(n % 2 === 0 ? here : there, need, key)));
    const again = await open(there, need, key);
    const numbers = new Set(numbersOf([...answers, again]));
    expect(numbers.size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
    expect([...numbers][0]).toMatch(/^\d{4}\/\d+$/);
  });

  it('E5 is never given twice to 32 that ask at once in two processes', async () => {
    const answers = await Promise.all(
      each(32, (n) => open(n % 2 === 0 ? here : there, n % 3 === 0 ? application : need, randomUUID())),
    );
    expect(answers.map(({ status }) => status)).toEqual(each(32, () => 201));
    expect(new Set(numbersOf(answers)).size).toBe(32);
  });

  it('E5 is not spent on what is refused', async () => {
    const before = done(await open(here));
    const refused = await Promise.all(each(5, () => open(here, { ...need, receivedOn: '2999-01-01' })));
    const unknown = await open(here, { ...need, subjectId: randomUUID() });
    expect([...refused, unknown].every(({ status }) => status >= 400)).toBe(true);
    const after = done(await open(here));
    expect(serialOf(after.caseNumber)).toBe(serialOf(before.caseNumber) + 1);
  });

  it('E5 is given by a step of its own to a case of before, once, whoever asks', async () => {
    const caseId = await opensUnnumbered();
    const answers = await Promise.all(
      each(32, (n) => (n % 2 === 0 ? here : there).post(`/v1/cases/${caseId}/number`, {})),
    );
    const given = answers.filter(({ status }) => status === 201);
    expect(given).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(31);
    const { caseNumber, readAfter, events } = given[0]!.body;
    expect(await numbered(here, `/v1/cases/${caseId}?readAfter=${readAfter}`)).toMatchObject({ caseNumber });

    // Struck out and given anew it is the same: papers bear it.
    const why = {
      eventId: events[0].eventId,
      recordedInError: { reasonCode: 'TYPING_ERROR' },
      reason: 'Feil tast.',
    };
    const struck = done(await here.post(`/v1/cases/${caseId}/corrections`, why));
    const bare = await numbered(here, `/v1/cases/${caseId}?readAfter=${struck.readAfter}`);
    expect(bare.caseNumber).toBeNull();
    expect(done(await there.post(`/v1/cases/${caseId}/number`, {})).caseNumber).toBe(caseNumber);
  });

  it('E5 is no field that anybody says or corrects', async () => {
    expect(await open(here, { ...need, caseNumber: '2026/1' })).toMatchObject({ status: 400 });
    const { caseId, events } = done(await open(here));
    const correction = { eventId: events[0].eventId, changed: { caseNumber: '2026/1' }, reason: 'Prøve' };
    expect(await here.post(`/v1/cases/${caseId}/corrections`, correction)).toMatchObject({ status: 400 });
    expect(await here.post(`/v1/cases/${caseId}/number`, { caseNumber: '2026/1' })).toMatchObject({
      status: 400,
    });
  });

  it('E5 is given to all cases that lack one, in the order in which they were opened, and once', async () => {
    const { store, runner, vault } = app.parts;
    const bare = [await opensUnnumbered(), await opensUnnumbered(), await opensUnnumbered()];
    const run = async (only?: string) => {
      const numbers = [];
      const parts = { store, runner, numbers: vault.caseNumbers };
      const contextOf = (tenant: string, commandId: string) => ownCommand('OPERATOR', tenant, commandId);
      for await (const one of numberCases(parts, contextOf, only)) numbers.push(one);
      return numbers;
    };
    expect(await run('3403')).toEqual([]);
    const given = await run();
    expect(given.map(({ caseId }) => caseId)).toEqual(bare);
    const serials = given.map(({ caseNumber }) => serialOf(caseNumber));
    expect(serials).toEqual(serials.toSorted((one, other) => one - other));
    expect(await run()).toEqual([]);
  });

  it('E5 goes on after the highest of the log when the vault was restored from a backup that is older', async () => {
    const { store, codec, logId, vault } = app.parts;
    const numbers = vault.caseNumbers;
    const sql = (text: string) => superuser.query(text);
    await sql('create table vault.backup_series as table vault.case_number_series');
    await sql('create table vault.backup_numbers as table vault.case_numbers');
    await sql('create table vault.backup_known as table vault.known_case_numbers');
    const since = numbersOf(await Promise.all(each(5, () => open(here))));
    const bare = await opensUnnumbered();
    since.push(done(await here.post(`/v1/cases/${bare}/number`, {})).caseNumber);
    await sql(`truncate vault.case_number_series, vault.case_numbers, vault.known_case_numbers;
      insert into vault.case_number_series table vault.backup_series;
      insert into vault.case_numbers table vault.backup_numbers;
      insert into vault.known_case_numbers table vault.backup_known;
      drop table vault.backup_series, vault.backup_numbers, vault.backup_known`);

    const refused: Error[] = [];
    await takeOverNumbers({ store, codec, logId, numbers, refused: (fault) => refused.push(fault) });
    expect(refused).toEqual([]);
    const { caseNumber } = done(await open(here));
    expect(serialOf(caseNumber)).toBe(Math.max(...since.map(serialOf)) + 1);
  });
});

describe('the reference of another system', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app?.stop());

  it('E5 is kept as personal data are, and shown on the case and in its trail', async () => {
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const steps = new Procedure(worker);
    const caseId = await steps.application(await steps.person());
    const add = (body: object) => worker.post(`/v1/cases/${caseId}/references`, body);
    done(await add({ system: 'ARCHIVE', reference: '2026/001234-5', addedOn: '2026-02-02' }));
    const { readAfter } = done(
      await add({ system: 'OTHER', systemName: 'Familia', reference: 'Prøvesen 77', addedOn: '2026-02-03' }),
    );
    for (const wrong of [
      { system: 'OTHER', reference: 'x' },
      { system: 'FAX', reference: 'x' },
      { system: 'ARCHIVE' },
      { system: 'ARCHIVE', reference: 'x', addedOn: '2999-01-01' },
      { system: 'ARCHIVE', reference: 'x'.repeat(201) },
    ]) {
      expect((await add(wrong)).status).toBeGreaterThanOrEqual(400);
    }

    const page = done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));
    expect(page.outsideReferences).toEqual([
      { system: 'ARCHIVE', systemName: null, reference: '2026/001234-5', addedOn: '2026-02-02' },
      { system: 'OTHER', systemName: 'Familia', reference: 'Prøvesen 77', addedOn: '2026-02-03' },
    ]);
    const trail = done(await worker.get(`/v1/cases/${caseId}/audit-trail`));
    expect(trail.entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      'Det ble 3. februar 2026 registrert at saken har referansen «Prøvesen 77» i et annet system («Familia»).',
    );
    const recorded = await app.parts.store.read(`case-1576.${caseId}`);
    expect(JSON.stringify(recorded.map(({ data }) => data))).not.toMatch(/Prøvesen|001234|Familia/);
  });
});
