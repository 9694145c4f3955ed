import { codec as plainCodec, ownStreams } from '#apps/codec';
import {
  authentic,
  type Authenticity,
  type Codec,
  CommandRunner,
  type EventStore,
  openLog,
} from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { openVault, type Vault } from '#personal-data';
import type { Attached } from './attach.js';

interface LogAndVault {
  readonly store: EventStore;
  readonly vault: Vault;
}

export interface Parts extends LogAndVault {
  readonly logId: string;
  readonly codec: Codec;
  readonly authenticity: Authenticity;
  readonly runner: CommandRunner;
  readonly documentsDir: string;
}

/** Opens log and vault for a command that the operator gives at the machine; read models are not needed for one. */
export function withParts<T>(attached: Attached, work: (parts: Parts) => Promise<T>): Promise<T> {
  return withVault(attached, async ({ store, vault }) => {
    const { logId, authenticity, notes } = await openLog(store, vault.eventKeys);
    const codec = authentic(plainCodec, authenticity, notes);
    const runner = new CommandRunner(store, codec, vault.keys);
    const { documentsDir } = attached;
    return work({ store, logId, codec, authenticity, runner, vault, documentsDir });
  });
}

/** The same, whether the log is believed or not. */
export async function withVault<T>(
  { eventStoreUrl, vaultDatabaseUrl, keyFile }: Attached,
  work: (parts: LogAndVault) => Promise<T>,
): Promise<T> {
  const store = connectEventStore(eventStoreUrl);
  try {
    const vault = await openVault({
      connectionString: vaultDatabaseUrl,
      key: { file: keyFile },
      log: store,
      streamPrefixes: ownStreams,
    });
    try {
      return await work({ store, vault });
    } finally {
      await vault.close();
    }
  } finally {
    await store.close();
  }
}
