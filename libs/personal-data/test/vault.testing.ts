import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlainField, type Sealed, type StoredEvent, UnreadEvent } from '#event-sourcing';
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
export const emptyLog: SealedLog = { read: async () => [], scan: () => logOf() };

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
