import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId, type PlainField, type Sealed, type StoredEvent, UnreadEvent } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { openVault, type SealedLog, type Vault, type VaultOptions } from '#personal-data';
import { createPool, roles, type Pool } from '#postgres';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';

export interface VaultFixture {
  readonly database: TestDatabase;
  readonly keyFile: string;
  /** The vault's tables as its owner sees them. */
  readonly pool: Pool;
  /** Another process's view of the same vault. */
  open(options?: Partial<VaultOptions>): Promise<Vault>;
  close(): Promise<void>;
}

export async function createVaultFixture(): Promise<VaultFixture> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'samspor-vault-'));
  const keyFile = join(folder, 'municipality.key');
  const pool = createPool({
    connectionString: database.vaultUrl,
    role: roles.vault,
    applicationName: 'samspor test',
    max: 4,
  });
  const opened: Vault[] = [];
  return {
    database,
    keyFile,
    pool,
    async open(options) {
      const vault = await openVault({
        connectionString: database.vaultUrl,
        key: { file: keyFile },
        log: emptyLog,
        ...options,
      });
      opened.push(vault);
      return vault;
    },
    async close() {
      await Promise.all(opened.map((vault) => vault.close()));
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** A log in which nothing was sealed yet. */
export const emptyLog: SealedLog = {
  read: async () => [],
  history: async () => ({ events: [] }),
  scan: () => logOf(),
};

/** The events of a log, as going through it gives them. */
export async function* logOf(...events: readonly StoredEvent[]): AsyncGenerator<readonly UnreadEvent[]> {
  await Promise.resolve();
  const bytes = (json: object) => Buffer.from(JSON.stringify(json));
  for (const { stream, revision, position, id, type, data, metadata } of events) {
    yield [new UnreadEvent(stream, revision, position, id, type, bytes(data), bytes(metadata))];
  }
}

export const field = (more: Partial<PlainField> = {}): PlainField => ({
  tenant: '1576',
  owner: 'person-1',
  class: 'CASE',
  stream: 'case-1576.case-1',
  eventId: 'event-1',
  field: 'reason',
  text: 'Testine Prøvesen trenger hjelp',
  ...more,
});

/** Seals one field and puts its place beside the envelope, as reading the log does. */
export async function sealOne(vault: Vault, more: Partial<PlainField> = {}): Promise<Sealed> {
  const plain = field(more);
  const [envelope] = await vault.keys.seal([plain]);
  if (!envelope) throw new Error('Nothing was sealed');
  return { ...envelope, stream: plain.stream, eventId: plain.eventId, field: plain.field };
}

/** A log to which texts are sealed, and that counts the events which are read from it. */
export class SealingLog extends MemoryEventStore {
  eventsRead = 0;

  static async made(): Promise<SealingLog> {
    const log = new SealingLog();
    const [id, type, data] = [derivedId('log created'), 'LogCreated', { logId: derivedId('log') }];
    await log.append('log-samspor', 'no_stream', [{ id, type, data, metadata: {} }]);
    return log;
  }

  /** An event of this id with one sealed text. */
  async record(vault: Vault, plain: PlainField): Promise<Sealed> {
    const { stream } = plain;
    const [envelope] = await vault.keys.seal([plain]);
    if (!envelope) throw new Error('Nothing was sealed');
    const sealed = { ...envelope };
    const event = {
      id: plain.eventId,
      type: 'NeedMapped',
      data: { items: [{ reason: sealed }] },
      metadata: {},
    };
    await this.append(stream, (await this.last(stream))?.revision ?? 'no_stream', [event]);
    return { ...sealed, stream, eventId: plain.eventId, field: plain.field };
  }

  override async history(stream: string) {
    const history = await super.history(stream);
    this.eventsRead += history.events.length;
    return history;
  }

  override async *scan(options: Parameters<MemoryEventStore['scan']>[0]) {
    for await (const events of super.scan(options)) {
      this.eventsRead += events.length;
      yield events;
    }
  }
}

/** A log that tells the whole of a stream as it reads it. */
export const withHistory = <Log extends Pick<SealedLog, 'read'>>(log: Log) => ({
  ...log,
  history: async (stream: string) => ({ events: await log.read(stream) }),
});
