import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  derivedId,
  type Sealed,
  StoreUnavailable,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { Vault } from '#personal-data';
import { subjectEvents, subjectStream } from '#subject';
import { reapplyDisposals } from '#subject/application/index';
import { createVaultFixture, type VaultFixture } from '../../personal-data/test/vault.testing.js';
import { subjectDecider } from '../src/domain/decide.js';
import { recordDisposal } from './recorded-disposal.testing.js';

const tenant = '1576';
const codec = codecOf([subjectEvents]);
let fixture: VaultFixture;
let vault: Vault;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
});
afterAll(() => fixture.close());

const contextOf = (key: string): CommandContext => ({
  commandId: derivedId('reapplied', key),
  correlationId: key,
  municipality: tenant,
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
});

/** A log that counts which events are read from it in order. */
class CountingStore extends MemoryEventStore {
  seen: string[] = [];

  override async *subscribe(options: Parameters<MemoryEventStore['subscribe']>[0]) {
    for await (const batch of super.subscribe(options)) {
      this.seen.push(...batch.flatMap((one) => (one.kind === 'event' ? one.event.type : [])));
      yield batch;
    }
  }
}

function municipality() {
  const store = new CountingStore();
  const logId = randomUUID();
  const startOn = (log: MemoryEventStore) =>
    reapplyDisposals({ store: log, codec, logId, disposals: vault.disposals, entries: vault.entryDisposals });
  const runner = new CommandRunner(store, codec, vault.keys);
  return {
    store,
    logId,
    /** Registers a person; answers with the sealed name. */
    register: async (subjectId: string) => {
      const { events } = await runner.run(
        subjectDecider,
        subjectStream(tenant, subjectId),
        {
          type: 'RegisterSubject',
          data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
        },
        contextOf(`register ${subjectId}`),
      );
      return events.flatMap(({ data }) => ('givenName' in data ? [data.givenName as Sealed] : []));
    },
    /** As far as the log, and then the process died. */
    recordDisposal: (subjectId: string) =>
      recordDisposal(runner, subjectId, ['PERSON'], contextOf(`dispose ${subjectId}`)),
    start: () => startOn(store),
    startOn,
  };
}

describe('At start, the disposals of the log', () => {
  it('that were cut short are done, and read once', async () => {
    const { register, recordDisposal, start, store } = municipality();
    const person = randomUUID();
    const name = await register(person);
    await recordDisposal(person);
    expect(await start()).toBe(1);
    expect(await vault.keys.open(name)).toEqual([{ status: 'disposed' }]);

    store.seen = [];
    expect(await start()).toBe(0);
    expect(store.seen).toEqual([]);
    await register(randomUUID());
    expect(await start()).toBe(0);
    expect(store.seen).toEqual(['SubjectRegistered']);
  });

  it('are done again in a vault that was restored to before them', async () => {
    const { register, recordDisposal, start, logId } = municipality();
    const person = randomUUID();
    const name = await register(person);
    await start();
    const mark = await vault.disposals.appliedUpTo(logId);
    if (!mark) throw new Error('the registration was read');
    const { rows: keys } = await fixture.pool.query('select * from vault.keys where owner = $1', [person]);
    await recordDisposal(person);
    expect(await start()).toBe(1);

    // What the backup held: the key, no disposal, and the mark of its time.
    await fixture.pool.query('delete from vault.disposals where owner = $1', [person]);
    await fixture.pool.query(
      'insert into vault.keys select * from json_populate_recordset(null::vault.keys, $1)',
      [JSON.stringify(keys.map((key) => ({ ...key, wrapped: `\\x${key.wrapped.toString('hex')}` })))],
    );
    await vault.disposals.markApplied(logId, mark);
    vault.keys.dropAll();
    expect(await vault.keys.open(name)).toEqual([{ status: 'open', text: 'Testine' }]);
    expect(await start()).toBe(1);
    expect(await vault.keys.open(name)).toEqual([{ status: 'disposed' }]);
  });

  it('are found where the log was moved, and its events stand at other positions', async () => {
    const { register, recordDisposal, start, startOn, store, logId } = municipality();
    const [person, another] = [randomUUID(), randomUUID()];
    const others = Array.from({ length: 9 }, () => ({
      id: randomUUID(),
      type: 'Other',
      data: {},
      metadata: {},
    }));
    await store.append('other-1', 'no_stream', others);
    await register(person);
    await start();
    await recordDisposal(person);
    await register(another);

    // The disposal stands before where the registration stood, and the log ends after it.
    const moved = new MemoryEventStore();
    for (const { stream, revision, ...event } of store.all.slice(others.length)) {
      await moved.append(stream, revision === 0n ? 'no_stream' : revision - 1n, [event]);
    }
    await moved.append('other-1', 'no_stream', others);
    expect(await startOn(moved)).toBe(1);
    expect(await vault.disposals.appliedUpTo(logId)).toMatchObject({
      stream: subjectStream(tenant, another),
      revision: 0n,
    });
  });

  it('are read from the beginning where the log no longer has the event of the mark, or is another', async () => {
    const { register, recordDisposal, start, store, logId } = municipality();
    const person = randomUUID();
    await register(person);
    await recordDisposal(person);
    const stream = subjectStream(tenant, person);
    for (const lost of [
      { stream, revision: 0n, id: randomUUID() },
      { stream, revision: 9n, id: randomUUID() },
    ]) {
      await vault.disposals.markApplied(logId, lost);
      await vault.disposals.markApplied(randomUUID(), lost);
      store.seen = [];
      await start();
      expect(store.seen).toEqual(['SubjectRegistered', 'DisposalRequested', 'PersonalDataDisposed']);
      const id = store.all.at(-1)?.id;
      expect(await vault.disposals.appliedUpTo(logId)).toEqual({ stream, revision: 2n, id });
    }
  });

  it('are not passed off as done where the log breaks off before its end', async () => {
    const { register, recordDisposal, start, store, logId } = municipality();
    const person = randomUUID();
    await register(person);
    await recordDisposal(person);
    const subscribe = jest.spyOn(store, 'subscribe').mockImplementationOnce(async function* () {
      yield await Promise.resolve([{ kind: 'checkpoint', position: 7n } as const]);
    });
    await expect(start()).rejects.toThrow(StoreUnavailable);
    expect(await vault.disposals.appliedUpTo(logId)).toBeUndefined();
    subscribe.mockRestore();
    expect(await start()).toBe(1);
  });

  it('are none in an empty log', async () => {
    const { start, logId } = municipality();
    expect(await start()).toBe(0);
    expect(await vault.disposals.appliedUpTo(logId)).toBeUndefined();
  });
});
