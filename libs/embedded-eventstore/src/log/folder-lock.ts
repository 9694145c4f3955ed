import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder belongs to a node that runs already. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/**
 * Holds a folder for this node until released. The lock is a listening local socket named after the folder: the
 * operating system takes it away with the process, so a killed node leaves none behind. The file `node.lock` only
 * tells people who holds it.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const note = join(folder, 'node.lock');
  const server = await listen(socketName(folder), folder, note);
  const release = async (): Promise<void> => {
    try {
      rmSync(note, { force: true });
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  };
  try {
    writeFileSync(note, `${process.pid}\n`);
  } catch (error) {
    // The note holds nothing: it only tells. Where nothing can be made at all, whoever wants the folder has to be told.
    if (!hasCode(error, 'ENOSPC') && !hasCode(error, 'EDQUOT')) {
      await release();
      throw error;
    }
  }
  return { release };
}

async function listen(name: string, folder: string, note: string): Promise<Server> {
  try {
    return await bind(name);
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    // Only a socket in the file system outlives its process; it is stale when nobody answers on it.
    if (!name.startsWith(tmpdir()) || (await answers(name))) {
      throw new FolderInUse(
        `${folder} is in use by another event store node${holder(note)}. Stop it, or use another folder.`,
      );
    }
    rmSync(name, { force: true });
    return bind(name);
  }
}

function bind(name: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Named by device and inode, so that two paths to one folder meet. */
function socketName(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const key = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0embedded-eventstore-${key}`;
  if (process.platform === 'win32') return String.raw`\\.\pipe\embedded-eventstore-${key}`;
  return join(tmpdir(), `embedded-eventstore-${key}.sock`);
}

function holder(note: string): string {
  try {
    const pid = readFileSync(note, 'utf8').trim();
    return pid ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
