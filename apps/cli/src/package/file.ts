import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { synced } from '#documents/application/index';

/**
 * Writes a file whole or not at all, readable to its owner alone, and over none that is there: what a killed process leaves is called
 * `….partial-<pid>`.
 */
export async function writtenOnce(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = `${path}.partial-${process.pid}`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      for await (const piece of content) await file.write(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(partial, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Error(`${path} is there already. Nothing was written.`, { cause: error });
    });
    await synced(dirname(path));
  } finally {
    await rm(partial, { force: true });
  }
}
