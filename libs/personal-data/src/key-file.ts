import { randomBytes } from 'node:crypto';
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The key file cannot be used as it is; the message says what to do. */
export class UnusableKeyFile extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnusableKeyFile';
  }
}

/** The 32 bytes that a key file holds as 64 hex digits; undefined when there is no such file. Refuses one that others may read. */
export async function readKeyFile(file: string): Promise<Buffer | undefined> {
  const text = await readPrivately(file);
  return text === undefined ? undefined : keyIn(file, text);
}

function keyIn(file: string, text: string): Buffer {
  if (!/^[0-9a-f]{64}\s*$/.test(text)) {
    throw new UnusableKeyFile(
      `The file ${file} holds no key: 64 hex digits were expected. Restore the key file from its backup; ` +
        `if this is a first start that was cut short, remove the file.`,
    );
  }
  return Buffer.from(text.trim(), 'hex');
}

async function readPrivately(file: string): Promise<string | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const { mode } = await handle.stat();
    // Windows has no such bits: there the folder's access list decides.
    if (process.platform === 'win32' || (mode & 0o077) === 0) return await handle.readFile('utf8');
    throw new UnusableKeyFile(
      `The key file ${file} may be read by others (mode ${(mode & 0o777).toString(8).padStart(3, '0')}). ` +
        `Whoever holds it and the vault reads everything: run "chmod 600 ${file}", and consider who has seen it.`,
    );
  } catch (error) {
    if (error instanceof UnusableKeyFile) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UnusableKeyFile(`The key file ${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    await handle?.close();
  }
}

/**
 * Makes a key file with mode 0600, on disk when this resolves; only for a vault that holds nothing yet. Never writes over a key: the one that is
 * there is answered instead. What a first start that was cut short left, the beginning of a key or nothing, is written anew. Written in its
 * place, so that no copy of the key is ever left beside it; whoever starts at the same time waits for the vault's lock.
 */
export async function makeKeyFile(file: string): Promise<Buffer> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    return await writeKey(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotBeMade(file, error as Error);
  }
  const text = (await readPrivately(file)) ?? '';
  if (!/^[0-9a-f]{0,63}$/.test(text)) return keyIn(file, text);
  return writeKey(file, 'w').catch((error: Error) => {
    throw cannotBeMade(file, error);
  });
}

const cannotBeMade = (file: string, cause: Error) =>
  new UnusableKeyFile(
    `The key file ${file} cannot be made: ${cause.message}. ` +
      `Set KEY_FILE to a place on a disk of this machine where Samspor may write.`,
    { cause },
  );

async function writeKey(file: string, flags: 'wx' | 'w'): Promise<Buffer> {
  const key = randomBytes(32);
  const handle = await open(file, flags, 0o600);
  try {
    await writeWhole(handle, `${key.toString('hex')}\n`);
  } catch (error) {
    await unlink(file);
    throw error;
  }
  await syncFolder(dirname(file));
  return key;
}

async function writeWhole(handle: FileHandle, text: string): Promise<void> {
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
