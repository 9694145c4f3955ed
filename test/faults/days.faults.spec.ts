import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authentic, CommandRunner, derivedId, type EventStore, openLog } from '#event-sourcing';
import { Clock } from '#apps/clock';
import { codec } from '#apps/codec';
import { beginDays, calendarStream } from '#calendar';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { coordinationStream } from '#coordination';
import { openVault } from '#personal-data';
import { subjectStream } from '#subject';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { EngineGround } from './engine-ground.js';
import { type ProjectorProgram, startProjectorProgram } from './projector-program.js';

const tenant = '1576';
/** So long did nothing run that a process can be killed in the midst of what it missed. */
const missed = 400;
const dayMs = 24 * 3_600_000;
const firstDay = inDays(-missed);
/** Somebody came of age meanwhile, with a child coordinator. */
const subjectId = '0b0e3b7e-0000-5000-8000-000000000018';
const birthday = inDays(-missed / 2);

let ground: EngineGround;
let store: EventStore;
const programs: ProjectorProgram[] = [];

beforeAll(async () => {
  ground = await EngineGround.open();
  store = connectEventStore(ground.node.connectionString);
  const vault = await openVault({
    connectionString: ground.vaultUrl,
    key: { file: ground.keyFile },
    log: store,
  });
  const { authenticity } = await openLog(store, vault.eventKeys);
  const own = authentic(codec, authenticity);
  const runner = new CommandRunner(store, own, vault.keys);
  const clock = { at: () => `${firstDay}T08:00:00.000Z`, today: () => firstDay };
  await seedProfile(runner, tenant, shippedProfile('aure'), {
    commandId: '5b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576',
    correlationId: '5b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576',
    municipality: tenant,
    actor: { partyId: 'samspor', role: 'SYSTEM' },
    at: clock.at(),
    today: firstDay,
  });
  await beginDays(runner, tenant, clock);
  const record = async (stream: string, type: string, data: Readonly<Record<string, unknown>>) => {
    const metadata = {
      $correlationId: type,
      $causationId: derivedId('cause', type),
      municipality: tenant,
      actor: { partyId: derivedId('party', tenant), role: 'CASEWORKER' },
      occurredOn: firstDay,
      recordedAt: clock.at(),
    };
    const draft = { id: derivedId('fact', type), type, data: { subjectId, ...data }, metadata };
    await store.append(stream, 'no_stream', await own.encode(stream, [draft], vault.keys, 'no_stream'));
  };
  const bornIn = Number(birthday.slice(0, 4)) - 18;
  await record(subjectStream(tenant, subjectId), 'SubjectRegistered', {
    protectedAddress: false,
    birthDate: `${bornIn}${birthday.slice(4)}`,
    birthYear: bornIn,
  });
  await record(coordinationStream(tenant, subjectId), 'CoordinatorAppointed', {
    appointmentId: derivedId('appointment', subjectId),
    coordinatorId: derivedId('party', 'coordinator'),
    kind: 'CHILD',
    temporary: false,
    caseId: derivedId('case', subjectId),
    validFrom: firstDay,
    wishFollowed: 'NO_WISH',
  });
  await vault.close();
}, 180_000);
afterAll(async () => {
  for (const { child, ended } of programs) {
    child.kill('SIGKILL');
    await ended;
  }
  await store?.close();
  await ground?.close();
});

const start = async () => {
  const { databaseUrl, vaultUrl, keyFile, node } = ground;
  const program = await startProjectorProgram({
    eventStoreUrl: node.connectionString,
    databaseUrl,
    vaultDatabaseUrl: vaultUrl,
    keyFile,
  });
  programs.push(program);
  return program;
};
const days = async () => (await store.read(calendarStream(tenant))).map(({ data }) => data['day'] as string);
const begun = async () => Number((await store.last(calendarStream(tenant)))?.revision ?? -1n) + 1;

describe('A projector that is killed while it begins the days of a year that were missed', () => {
  it('leaves each day to begin once, in order, also where two processes go on', async () => {
    const first = await start();
    await eventually(async () => expect(await begun()).toBeGreaterThan(20), {
      everyMs: 2,
      timeoutMs: 60_000,
    });
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await begun()).toBeLessThan(missed);
    await Promise.all([start(), start()]);
    const time = new Clock();
    const today = () => time.dayOf(time.now());
    await eventually(
      async () => expect((await store.last(calendarStream(tenant)))?.data['day']).toBe(today()),
      { timeoutMs: 120_000 },
    );
    const all = await days();
    const gaps = all.slice(1).map((day, index) => Date.parse(day) - Date.parse(all[index] ?? ''));
    expect(all[0]).toBe(firstDay);
    expect(new Set(gaps)).toEqual(new Set([dayMs]));
    // What followed from one of these days happened on it, once.
    const released = async () =>
      (await store.read(coordinationStream(tenant, subjectId)))
        .filter(({ type }) => type === 'CoordinatorReleased')
        .map(({ data }) => [data['releasedOn'], data['reasonCode']]);
    await eventually(async () => expect(await released()).toEqual([[birthday, 'TURNED_18']]), {
      timeoutMs: 60_000,
    });
  }, 300_000);
});
