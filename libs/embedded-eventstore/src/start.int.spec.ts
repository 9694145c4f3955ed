import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import { startEmbeddedEventStoreWorker } from './host.js';
import { EventLog } from './log/event-log.js';
import { startEmbeddedEventStore, type EmbeddedEventStore } from './start.js';

const typescript = new URL('../../../test/support/typescript.mjs', import.meta.url).href;

let node: EmbeddedEventStore;

beforeEach(async () => {
  node = await startEmbeddedEventStore({ temporary: true });
});

afterEach(() => node.close());

/** The error of a connection, undefined when it is taken. */
function refusal(host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: node.port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
  });
}

describe('a node', () => {
  it('takes connections at 127.0.0.1 and at no other address of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address);
    expect(await refusal('127.0.0.1')).toBeUndefined();
    for (const address of ['::1', '127.0.0.2', ...others]) {
      expect([address, await refusal(address)]).toEqual([address, expect.any(String)]);
    }
  });

  it('takes no connection any more once it is closed', async () => {
    await node.close();
    expect(await refusal('127.0.0.1')).toBe('ECONNREFUSED');
  });

  it('tells those who listen that it stops, and waits for nobody who does not', async () => {
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const subscription = client.subscribeToAll();
    subscription.resume();
    await once(subscription, 'caughtUp');
    const silent = createConnection({ host: '127.0.0.1', port: node.port });
    silent.on('error', () => undefined);
    await once(silent, 'connect');
    const ended = once(subscription, 'error') as Promise<[Error]>;
    await node.close();
    expect((await ended)[0]).toBeInstanceOf(UnavailableError);
    silent.destroy();
    await client.dispose();
  });

  it('needs a folder, or to be told that it is temporary', async () => {
    await expect(startEmbeddedEventStore({})).rejects.toThrow('needs a dataDir');
  });

  it('gives its folder back when something fails as it closes, and says what', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'failing-close-'));
    const close = Object.getOwnPropertyDescriptor(EventLog.prototype, 'close')?.value as (
      this: EventLog,
    ) => Promise<void>;
    const failing = jest.spyOn(EventLog.prototype, 'close').mockImplementation(async function (
      this: EventLog,
    ) {
      await close.call(this);
      throw new Error('EIO: i/o error, fdatasync');
    });
    try {
      const first = await startEmbeddedEventStoreWorker({ dataDir });
      await expect(first.close()).rejects.toThrow('EIO');
      expect(await first.closed).toMatchObject({ message: 'EIO: i/o error, fdatasync' });
      failing.mockRestore();
      await (await startEmbeddedEventStore({ dataDir })).close();
    } finally {
      failing.mockRestore();
      rmSync(dataDir, { recursive: true });
    }
  });

  /** What a program prints that is run in a process of its own, and what is left in its folder for temporary files. */
  async function ran(program: string): Promise<{ printed: string; left: string[] }> {
    const ours = mkdtempSync(join(tmpdir(), 'own-process-'));
    const start = new URL('./start.ts', import.meta.url).href;
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [
          '--import',
          typescript,
          '--conditions=source',
          '--input-type=module',
          '--eval',
          `const { startEmbeddedEventStore } = await import('${start}');\n${program}`,
        ],
        { env: { ...process.env, TMPDIR: ours, NODE_OPTIONS: '' } },
      );
      return { printed: stdout.trim(), left: readdirSync(ours) };
    } finally {
      rmSync(ours, { recursive: true });
    }
  }

  it('leaves no folder behind when it is temporary and closes', async () => {
    const program = `
      const { readdirSync } = await import('node:fs');
      const node = await startEmbeddedEventStore({ temporary: true });
      console.log(readdirSync(process.env.TMPDIR).length);
      await node.close();`;
    expect(await ran(program)).toEqual({ printed: '1', left: [] });
  });

  it('says it when its port is taken, and leaves no folder behind', async () => {
    const program = `await startEmbeddedEventStore({ temporary: true, port: ${node.port} })
      .catch((error) => console.log(error.code));`;
    expect(await ran(program)).toEqual({ printed: 'EADDRINUSE', left: [] });
  });
});
