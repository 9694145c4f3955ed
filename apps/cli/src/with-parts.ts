import { codec } from '#apps/codec';
import { CommandRunner } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { openVault, type Vault } from '#personal-data';
import type { Attached } from './attach.js';

interface Parts {
  readonly runner: CommandRunner;
  readonly vault: Vault;
}

/** Opens log and vault for a command that the operator gives at the machine; read models are not needed for one. */
export async function withParts<T>(
  { eventStoreUrl, vaultDatabaseUrl, keyFile }: Attached,
  work: (parts: Parts) => Promise<T>,
): Promise<T> {
  const store = connectEventStore(eventStoreUrl);
  try {
    const vault = await openVault({
      connectionString: vaultDatabaseUrl,
      key: { file: keyFile },
      log: store,
    });
    try {
      return await work({ runner: new CommandRunner(store, codec, vault.keys), vault });
    } finally {
      await vault.close();
    }
  } finally {
    await store.close();
  }
}
