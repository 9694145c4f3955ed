import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { synced } from './on-disk.js';

const fileName = /^[0-9a-f]{64}$/;
/** What is being written has no other name yet, and is not there as long as it has none. */
const incoming = 'incoming';

/** The folder of the documents: `aa/<SHA-256 of the file>`. A file is there whole or not at all. */
export class DocumentFolder {
  readonly path: string;

  /** Makes it where it is not there, for its owner alone. */
  constructor(path: string) {
    this.path = path;
    try {
      mkdirSync(join(path, incoming), { recursive: true, mode: 0o700 });
    } catch (cause) {
      const { code = 'unknown' } = cause as NodeJS.ErrnoException;
      throw new Error(
        `The folder of documents ${path} cannot be made or written (${code}). Let this account write there, or set DOCUMENTS_DIR to another folder.`,
        { cause },
      );
    }
  }

  /** A file under a temporary name. */
  async begin(): Promise<{ readonly at: string; readonly file: FileHandle }> {
    const at = join(this.path, incoming, randomUUID());
    return { at, file: await open(at, 'wx', 0o600) };
  }

  /** Gives what was written and synced its name; it is there when this resolves, also after a loss of power. */
  async name(at: string, sha256: string): Promise<void> {
    const folder = join(this.path, sha256.slice(0, 2));
    if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await synced(this.path);
    await rename(at, join(folder, sha256));
    await synced(folder);
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.#pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  /** Rejects with `ENOENT` where it is not there. */
  read(sha256: string): Promise<FileHandle> {
    return open(this.#pathOf(sha256), 'r');
  }

  async remove(sha256: string): Promise<void> {
    await gone(this.#pathOf(sha256));
  }

  /** What somebody began to write and never finished. */
  async drop(at: string): Promise<void> {
    await gone(at);
  }

  /** Removes what nobody can still be writing, so many milliseconds after it was last written to. */
  async clean(unwrittenForMs: number): Promise<void> {
    for (const name of await readdir(join(this.path, incoming))) {
      const at = join(this.path, incoming, name);
      const { mtimeMs } = await stat(at).catch(() => ({ mtimeMs: Infinity }));
      if (Date.now() - mtimeMs >= unwrittenForMs) await gone(at);
    }
  }

  /** What every file is called. */
  async names(): Promise<string[]> {
    const folders = (await readdir(this.path)).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const listed = await Promise.all(folders.map((name) => readdir(join(this.path, name))));
    return listed.flat().filter((name) => fileName.test(name));
  }

  isWritable(): boolean {
    try {
      accessSync(join(this.path, incoming), constants.W_OK | constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }

  #pathOf(sha256: string): string {
    return join(this.path, sha256.slice(0, 2), sha256);
  }
}

async function gone(path: string): Promise<void> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
