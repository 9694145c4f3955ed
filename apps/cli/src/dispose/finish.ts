import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { DocumentStore } from '#documents/application/index';
import type { Parts } from '../with-parts.js';
import { tell } from './tell.js';

/** How long a disposal waits for backups and queries of the vault that began before it. */
const patienceMs = 60_000;

/** Destroys what a process may have used until now, takes it out of the vault's files, and removes the documents that it opened. */
export async function finish({ vault, store, documentsDir }: Parts): Promise<void> {
  for (let left = await vault.entryDisposals.finish(store); left > 0;) {
    tell(
      `Their key is destroyed in ${Math.ceil(left / 1000)} seconds, when no process holds it any more. This may be broken off: ` +
        `"samspor dispose finish" and every start go on with it.`,
    );
    await delay(left);
    left = await vault.entryDisposals.finish(store);
  }
  if (existsSync(documentsDir)) {
    await new DocumentStore({ folder: documentsDir, keys: vault.documentKeys }).removeDestroyed();
  }
  const erased = await vault.erasure.finish({ patienceMs });
  tell(
    erased.isGone
      ? "No file of the vault's server holds a destroyed key."
      : `The vault's server still holds destroyed keys in its files. ${erased.because}`,
  );
  if (!erased.isGone) process.exitCode = 1;
}
