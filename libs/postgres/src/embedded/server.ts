import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '../errors.js';
import { plainEnvironment, spawnOptions } from './account.js';
import type { Cluster } from './cluster.js';
import type { Place } from './place.js';
import { settings } from './settings.js';

/** One PostgreSQL process, a child of ours. */
export interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  /** Resolves to how it ended. */
  readonly exited: Promise<string>;
  /** What it has said until now. */
  said(): string;
  /** To be called when nobody will ask any more what it said. */
  closeLog(): void;
}

export interface ServerOptions {
  readonly place: Place;
  readonly cluster: Cluster;
  readonly logFile: string;
  readonly durable: boolean;
}

/** Resolves when the process runs, which is before the server takes connections. */
export async function spawnServer(
  { place, cluster, logFile, durable }: ServerOptions,
  port: number,
): Promise<Server> {
  keepEarlierLog(logFile);
  const log = openSync(logFile, 'w+', 0o600);
  const args = ['-D', cluster.data, ...settings({ port, durable }).flatMap((setting) => ['-c', setting])];
  // A process group of its own: Ctrl-C in a terminal is for us, and we stop PostgreSQL when we are done with it.
  const child = spawn(place.binaries.postgres, args, {
    ...spawnOptions(place.account),
    env: plainEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => reject(new Error(`PostgreSQL cannot be run: ${error.message}`)));
    });
  } catch (error) {
    closeSync(log);
    throw error;
  }
  return {
    child,
    port,
    exited,
    said() {
      const buffer = Buffer.alloc(fstatSync(log).size);
      return buffer.toString('utf8', 0, readSync(log, buffer, 0, buffer.length, 0)).trim();
    },
    closeLog: () => closeSync(log),
  };
}

/** Shuts down fast and waits; when that takes longer than `withinMs`, a minute unless told, without ceremony: the next start then recovers. */
export async function stopServer({ child, exited }: Server, withinMs = 60_000): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
  const ended = new AbortController();
  const impatience = delay(withinMs, undefined, { signal: ended.signal }).then(
    () => child.kill('SIGQUIT'),
    () => {},
  );
  await exited;
  ended.abort();
  await impatience;
}

function keepEarlierLog(file: string): void {
  try {
    renameSync(file, `${file}.1`);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
