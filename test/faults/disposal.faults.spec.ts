import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { composeApi } from '#apps/api/src/compose';
import { derivedId } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { roles } from '#postgres';
import { done, Procedure, testNumber } from '../api/procedure.js';
import type { Answer } from '../support/api-client.js';
import { postgresHome } from '../support/postgres-home.js';
import { cli, newFolder, type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';
import { recordDisposal } from '../../libs/subject/test/recorded-disposal.testing.js';
import { confirmDisposalOn, disposeOn, requestDisposalOn, type TwoPersons, twoPersonsOn } from './dispose.js';
import { contentsBelow, Planted } from './planted.js';
import { playPlantedLife, type PlantedLife } from './planted-life.js';
import { expectRowsOfAFreshBuild, runtimeOn, settledRows, withDatabase } from './read-model-rows.js';
import { dumpOfDatabases } from './superuser.js';

const dataDir = newFolder();
const planted = new Planted();
let program: Program;
let life: PlantedLife;
/** Everything that the processes on the folder have printed. */
const printed: string[] = [];

beforeAll(async () => {
  program = await startProgram({ dataDir });
  life = await playPlantedLife(await as('CASEWORKER'), planted);
}, 180_000);
afterAll(() => program?.kill());

const as = (role: string) => program.client(role);

async function restart(signal: NodeJS.Signals): Promise<void> {
  const { stdout, stderr } = await program.kill(signal);
  printed.push(stdout, stderr);
  program = await startProgram({ dataDir });
}

const searches = (of: PlantedLife) => [
  { name: of.givenName.split(' ').slice(0, 2).join(' ') },
  { identityNumber: of.identityNumber },
  { birthDate: of.birthDate },
];

/** Every answer that tells of the person, to everybody who may ask. */
async function everythingOf({ subjectId, caseIds }: PlantedLife): Promise<Answer[]> {
  const [worker, leader, auditor] = [await as('CASEWORKER'), await as('LEADER'), await as('AUDITOR')];
  const answers: Answer[] = [];
  for (const reader of [worker, leader]) {
    for (const path of [
      `/v1/subjects/${subjectId}`,
      `/v1/subjects/${subjectId}/coordination`,
      '/v1/cases?limit=200',
      `/v1/cases?subjectId=${subjectId}`,
      '/v1/coordination',
      ...caseIds.map((caseId) => `/v1/cases/${caseId}`),
    ]) {
      answers.push(await reader.get(path));
    }
  }
  for (const reader of [worker, auditor]) {
    for (const caseId of caseIds) {
      for (const [accept, language] of [
        ['application/json', 'nb'],
        ['application/json', 'nn'],
        ['text/csv', 'nb'],
      ] as const) {
        const headers = { accept, 'accept-language': language };
        answers.push(await reader.get(`/v1/cases/${caseId}/audit-trail`, { headers }));
      }
    }
  }
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  return answers;
}

const textOf = (answers: readonly Answer[]) =>
  answers.map(({ headers, body }) => JSON.stringify([[...headers], body])).join('\n');

/** Nothing of the person stands in a file, a table or a line of output. */
async function expectNothingReadable(): Promise<void> {
  const dump = await dumpOfDatabases(dataDir);
  // A dump that holds what may stand there is one that would show the rest.
  expect(dump).toContain(life.subjectId);
  expect(planted.foundIn(Buffer.from(dump))).toEqual([]);
  expect(planted.foundBelow(dataDir)).toEqual([]);
  expect(planted.foundBelow(postgresHome(dataDir))).toEqual([]);
  expect(planted.foundIn(Buffer.from([...printed, program.output()].join('\n')))).toEqual([]);
}

const withParts = async <T>(work: (parts: Awaited<ReturnType<typeof composeApi>>) => Promise<T>) => {
  const runtime = runtimeOn(dataDir);
  const store = connectEventStore(runtime.eventStoreUrl);
  const parts = await composeApi({ ...runtime, store, keyFile: join(dataDir, 'keys', 'municipality.key') });
  try {
    return await work(parts);
  } finally {
    await parts.close();
    await store.close();
  }
};

describe("a person's texts", () => {
  it('are told to whoever may read them', async () => {
    expect(planted.texts.length).toBeGreaterThanOrEqual(50);
    const told = textOf(await everythingOf(life));
    const untold = planted.texts.slice(0, life.recorded).filter((text) => !told.includes(text));
    // Overwritten by a correction: their entries are told with what is right.
    expect(untold.length).toBeLessThan(life.recorded / 3);
    expect(told).toContain(life.givenName);
    const worker = await as('CASEWORKER');
    for (const search of searches(life)) {
      const { persons } = done(await worker.post('/v1/person-searches', search));
      expect(persons).toMatchObject([{ subjectId: life.subjectId }]);
    }
  });

  it('are not said back to whoever sent them wrongly', () => {
    expect(planted.foundIn(Buffer.from(textOf(life.refusals)))).toEqual([]);
  });

  it('stand nowhere in folder, databases, logs and output', async () => {
    await settledRows(dataDir);
    await expectNothingReadable();
  });
});

const wrappedKeysOf = (...owners: readonly string[]) =>
  withDatabase(runtimeOn(dataDir).vaultDatabaseUrl, roles.vault, async (vault) => {
    const { rows } = await vault.query(
      `select wrapped from vault.keys where owner = any ($1)
       union all select sealed from vault.documents where owner = any ($1) and sealed is not null`,
      [owners],
    );
    return rows.map(({ wrapped }) => wrapped as Buffer);
  });
const documentFiles = () =>
  readdirSync(join(dataDir, 'documents'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
/** Files of the data folder, and of PostgreSQL's where that is elsewhere, in which a third of a key stands. */
function holding(key: Buffer): string[] {
  const found: string[] = [];
  for (const below of [dataDir, postgresHome(dataDir)]) {
    for (const [path, file] of contentsBelow(below)) {
      if ([0, 20, 40].some((start) => file.includes(key.subarray(start, start + 20)))) found.push(path);
    }
  }
  return found;
}

describe('the disposal of texts about nobody in the register', () => {
  const dispose = (step: string, ...given: readonly string[]) =>
    cli(['dispose', step, '--municipality=1576', ...given], { DATA_DIR: dataDir });

  it('A2 leaves no key of an enquiry or a meeting in any file, and the rest of them standing', async () => {
    const worker = await as('CASEWORKER');
    const asked = { channel: 'PHONE', sourceType: 'USER', receivedOn: '2026-01-05', text: planted.text() };
    const { enquiryId } = done(await worker.post('/v1/enquiries', { ...asked, callerName: planted.text() }));
    const called = { kind: 'UNIT', meetsOn: '2026-01-20', plannedOn: '2026-01-05', place: planted.text() };
    const { meetingId } = done(await worker.post('/v1/meetings', called));
    const keys = await wrappedKeysOf(enquiryId, meetingId);
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(holding(key)).not.toEqual([]);

    const { requestedBy, confirmedBy } = await twoPersonsOn(dataDir);
    const asking = ['--legal-basis=ARKIVLOVA', `--requested-by=${requestedBy}`];
    const early = await dispose('request', `--enquiry=${enquiryId}`, ...asking);
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('still has to answer')]);
    const answer = { answeredOn: '2026-01-06', channel: 'PHONE', answer: planted.text() };
    done(await worker.post(`/v1/enquiries/${enquiryId}/answers`, answer));
    done(await worker.post(`/v1/meetings/${meetingId}/cancellation`, { cancelledOn: '2026-01-10' }));
    const unasked = await dispose('confirm', `--enquiry=${enquiryId}`, `--confirmed-by=${confirmedBy}`);
    expect([unasked.code, unasked.stderr]).toEqual([1, expect.stringContaining('Nobody has asked for this')]);
    expect((await dispose('request', `--enquiry=${enquiryId}`, ...asking)).code).toBe(0);
    const same = await dispose('confirm', `--enquiry=${enquiryId}`, `--confirmed-by=${requestedBy}`);
    expect([same.code, same.stderr]).toEqual([1, expect.stringContaining('takes two persons')]);
    expect(await wrappedKeysOf(enquiryId)).toHaveLength(1);
    const gone = await dispose('confirm', `--enquiry=${enquiryId}`, `--confirmed-by=${confirmedBy}`);
    expect([gone.code, gone.stderr]).toEqual([0, '']);

    // Of a whole class by what the municipality has decided: the meeting, which was cancelled long ago.
    expect((await dispose('due')).stdout).toContain('Nothing is due.');
    const period = { retentionClass: 'KE_MEETING', months: 1, validFrom: '2026-01-01' };
    done(await (await as('LEADER')).post('/v1/retention-periods', period));
    expect((await dispose('due')).stdout).toBe(`meeting ${meetingId}: KE_MEETING, due 2026-02-10\n`);
    expect((await dispose('request', '--due=KE_MEETING', ...asking)).stdout).toContain(meetingId);
    const all = await dispose('confirm', '--due=KE_MEETING', `--confirmed-by=${confirmedBy}`);
    expect([all.code, all.stdout]).toEqual([
      0,
      `The texts of meeting ${meetingId} are disposed of.\nNo file of the vault's server holds a destroyed key.\n`,
    ]);
    for (const key of keys) expect(holding(key)).toEqual([]);

    await eventually(async () =>
      expect(done(await worker.get(`/v1/enquiries/${enquiryId}`))).toMatchObject({
        status: 'ANSWERED',
        channel: 'PHONE',
        text: { disposed: true },
        callerName: { disposed: true },
        answer: { disposed: true },
        disposedOn: expect.any(String),
      }),
    );
    await eventually(async () =>
      expect(done(await worker.get(`/v1/meetings/${meetingId}`))).toMatchObject({
        place: { disposed: true },
        retentionClass: 'KE_MEETING',
        disposedOn: expect.any(String),
      }),
    );
    const { entries } = done(await worker.get(`/v1/enquiries/${enquiryId}/audit-trail`));
    expect(entries.at(-1)).toMatchObject({ type: 'EnquiryTextsDisposed' });
    const late = await worker.post(`/v1/enquiries/${enquiryId}/answers`, answer);
    expect([late.status, late.body.type]).toEqual([409, 'enquiry/disposed']);
  }, 180_000);
});

/** Who asks for the disposal and who confirms it. */
let twoPersons: TwoPersons;

describe('A1 a disposal of somebody about whom something is open', () => {
  it('A1 is refused and names it, and nothing is gone', async () => {
    const worker = await as('CASEWORKER');
    const steps = new Procedure(worker);
    const subjectId = await steps.person();
    const caseId = await steps.application(subjectId);
    const two = await twoPersonsOn(dataDir);
    const asked = await requestDisposalOn(dataDir, subjectId, two.requestedBy);
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain(`case-1576.${caseId}: `);
    expect(asked.stderr).toContain('is open still');
    expect(asked.stderr).toContain(`in case-1576.${caseId}`);
    done(
      await worker.post(`/v1/cases/${caseId}/withdrawal`, {
        withdrawnOn: '2026-01-20',
        withdrawnBy: 'SUBJECT',
      }),
    );
    const confirmed = await confirmDisposalOn(dataDir, subjectId, two.confirmedBy);
    expect([confirmed.code, confirmed.stderr]).toEqual([
      1,
      expect.stringContaining('Nobody has asked for this'),
    ]);
    expect((await requestDisposalOn(dataDir, subjectId, two.requestedBy)).code).toBe(0);
    const same = await confirmDisposalOn(dataDir, subjectId, two.requestedBy);
    expect([same.code, same.stderr]).toEqual([1, expect.stringContaining('takes two persons')]);
    const late = await steps.party('Testine Nylig');
    const made = await confirmDisposalOn(dataDir, subjectId, late);
    expect([made.code, made.stderr]).toEqual([1, expect.stringContaining('login of their own')]);
    expect(done(await worker.get(`/v1/subjects/${subjectId}`))).toMatchObject({ disposed: false });
  }, 180_000);
});

describe('a disposal beside the running program', () => {
  let before: Readonly<Record<string, unknown>>;
  let overview: readonly unknown[];
  /** The person's keys as the vault kept them. */
  let keys: Buffer[];

  beforeAll(async () => {
    const worker = await as('CASEWORKER');
    before = done(await worker.get(`/v1/cases/${life.caseIds[0]}`));
    overview = done(await worker.get('/v1/cases')).cases;
    twoPersons = await twoPersonsOn(dataDir);
    const content = await worker.get(`/v1/documents/${life.documentId}/content`);
    expect(planted.foundIn(Buffer.from(textOf([content])))).not.toEqual([]);
    expect(documentFiles()).toHaveLength(1);
    // A key of each class, and the document’s.
    keys = await wrappedKeysOf(life.subjectId);
    expect(keys).toHaveLength(5);
    for (const key of keys) expect(holding(key)).not.toEqual([]);
    const { code, stdout, stderr } = await disposeOn(dataDir, life.subjectId, twoPersons);
    printed.push(stdout, stderr);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      `The personal data of ${life.subjectId} are disposed of.\nNo file of the vault's server holds a destroyed key.\n`,
    );
  }, 180_000);

  it('A2 leaves no key in any file of the data folder', () => {
    for (const key of keys) expect(holding(key)).toEqual([]);
  });

  it('leaves no document, neither its file nor anything that opens it', async () => {
    expect(documentFiles()).toEqual([]);
    const gone = await (await as('CASEWORKER')).get(`/v1/documents/${life.documentId}/content`);
    expect([gone.status, gone.body.type]).toEqual([410, 'document-disposed']);
  });

  it('takes the person out of the search at once', async () => {
    const worker = await as('CASEWORKER');
    for (const search of searches(life)) {
      await eventually(async () =>
        expect(done(await worker.post('/v1/person-searches', search)).persons).toEqual([]),
      );
    }
  });

  const expectDisposed = async () => {
    expect(planted.foundIn(Buffer.from(textOf(await everythingOf(life))))).toEqual([]);
    const worker = await as('CASEWORKER');
    await eventually(async () =>
      expect(done(await worker.get(`/v1/subjects/${life.subjectId}`))).toMatchObject({
        disposed: true,
        disposedClasses: expect.arrayContaining(['PERSON', 'CASE', 'COORDINATION']),
        birthYear: 1990,
      }),
    );
    const { entries } = done(await worker.get(`/v1/cases/${life.caseIds[0]}/audit-trail`));
    expect(entries.at(-1)).toMatchObject({ type: 'PersonalDataDisposed' });
    expect(entries).toContainEqual(
      expect.objectContaining({ type: 'CoordinatorReleased', reason: { disposed: true } }),
    );
  };

  it('leaves nothing to open, and every page standing', expectDisposed);

  it('leaves codes and dates as they were', async () => {
    const worker = await as('CASEWORKER');
    const after = done(await worker.get(`/v1/cases/${life.caseIds[0]}`));
    const counted = ({
      status,
      items,
      openedOn,
      receivedOn,
      decidedOn,
      outcomes,
      decidedBy,
      legalBasis,
    }: Readonly<Record<string, unknown>>) => ({
      status,
      items,
      openedOn,
      receivedOn,
      decidedOn,
      decidedBy,
      legalBasis,
      outcomes: (outcomes as Record<string, unknown>[]).map(({ item, outcome }) => ({ item, outcome })),
    });
    expect(counted(after)).toEqual(counted(before));
    expect(counted(after)).toMatchObject({ outcomes: [{ outcome: 'GRANTED' }, {}, { outcome: 'REFUSED' }] });
    expect(after).toMatchObject({ wish: { disposed: true }, need: { disposed: true } });
    expect(done(await worker.get('/v1/cases')).cases).toHaveLength(overview.length);
  });

  it('refuses to record anything more on the person, and lets the number be a new one’s', async () => {
    const worker = await as('CASEWORKER');
    const reason = planted.text();
    const consent = { scopes: ['PLAN'], givenBy: 'SUBJECT', givenOn: '2026-05-05' };
    for (const answer of [
      await worker.post('/v1/cases', {
        opening: 'NEED',
        subjectId: life.subjectId,
        receivedOn: '2026-05-05',
        channel: 'PHONE',
        subjectWishes: 'YES',
        need: reason,
      }),
      await worker.post(`/v1/subjects/${life.subjectId}/consents`, consent),
      await worker.post(`/v1/cases/${life.caseIds[1]}/withdrawal`, { withdrawnBy: 'SUBJECT', reason }),
    ]) {
      expect(answer.status).toBe(409);
    }
    const { identityNumber } = life;
    const anew = await new Procedure(worker).person({ identityNumber });
    expect(anew).not.toBe(life.subjectId);
    done(await worker.post('/v1/person-searches', { identityNumber }));
  });

  it('may be asked for again', async () => {
    const { code, stdout, stderr } = await confirmDisposalOn(dataDir, life.subjectId, twoPersons.confirmedBy);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`The personal data of ${life.subjectId} were disposed of already.\n`);
    expect(done(await (await as('CASEWORKER')).get(`/v1/subjects/${life.subjectId}`)).disposed).toBe(true);
  });

  it('that was cut short after the log had it is completed at the next start', async () => {
    const worker = await as('CASEWORKER');
    const identityNumber = testNumber(400);
    const subjectId = await new Procedure(worker).person({ givenName: 'Halvveis', identityNumber });
    await withParts(({ runner }) =>
      recordDisposal(runner, subjectId, ['PERSON', 'CASE', 'COORDINATION'], {
        commandId: derivedId('cut short', subjectId),
        correlationId: 'cut-short',
        municipality: '1576',
        actor: { partyId: 'party-1', role: 'OPERATOR' },
        at: '2026-05-05T09:00:00.000Z',
        today: '2026-05-05',
      }),
    );
    const keysLeft = () =>
      withDatabase(runtimeOn(dataDir).vaultDatabaseUrl, roles.vault, async (vault) => {
        const { rows } = await vault.query('select class from vault.keys where owner = $1', [subjectId]);
        return rows;
      });
    expect(await keysLeft()).toEqual([{ class: 'PERSON' }]);
    await restart('SIGKILL');
    expect(await keysLeft()).toEqual([]);
    const again = await as('CASEWORKER');
    expect(done(await again.get(`/v1/subjects/${subjectId}`))).toMatchObject({ disposed: true });
    for (const search of [{ name: 'halvveis' }, { identityNumber }]) {
      expect(done(await again.post('/v1/person-searches', search)).persons).toEqual([]);
    }
  }, 180_000);

  it('outlasts a restart and a rebuild, and has left nothing anywhere', async () => {
    await expectDisposed();
    await expectRowsOfAFreshBuild(dataDir);
    await expectDisposed();
    await expectNothingReadable();
  }, 180_000);
});
