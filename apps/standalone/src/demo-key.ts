import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string) => join(dataDir, 'demo-key');

/** The start key of a data folder, made with it: whoever can read it (its owner alone) gets tokens for demonstration. */
export function demoKeyIn(dataDir: string): string {
  try {
    writeFileSync(fileIn(dataDir), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readDemoKey(dataDir);
}

/** Rejects with a sentence for people where the folder has none. */
export function readDemoKey(dataDir: string): string {
  try {
    return readFileSync(fileIn(dataDir), 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `The start key cannot be read: ${fileIn(dataDir)}. Say with DATA_DIR on which folder Samspor was started, as the account that owns it.`,
      { cause },
    );
  }
}
