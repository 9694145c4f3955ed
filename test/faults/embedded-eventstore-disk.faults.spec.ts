import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startKillableNode, type KillableNode } from '../contract/killable-node.js';
import { eventually } from '../support/wait.js';

/** Where a node finds no room behind some megabytes, until there is more. */
interface SmallDisk {
  readonly folder: string;
  begin(pid: number): void;
  grow(pid: number): void;
  end(): void;
}

let root: string;
let disk: SmallDisk;
let node: KillableNode;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'disk-'));
  disk = smallFileSystem(join(root, 'small')) ?? quota(join(root, 'quota'));
});

afterEach(async () => {
  await node.stop('SIGTERM');
  disk.end();
  rmSync(root, { recursive: true, force: true });
});

/** A file system of its own, for whoever may mount one. */
function smallFileSystem(folder: string): SmallDisk | undefined {
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], {
    stdio: 'ignore',
  });
  if (status !== 0) return undefined;
  return {
    folder,
    begin: () => undefined,
    grow: () => execFileSync('mount', ['-o', 'remount,size=64m', folder]),
    end: () => execFileSync('umount', [folder]),
  };
}

/** A limit on the length of a file, as a quota sets one. */
function quota(folder: string): SmallDisk {
  const limit = (pid: number, bytes: string): void => {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  };
  return {
    folder,
    begin: (pid) => limit(pid, '4000000'),
    grow: (pid) => limit(pid, 'unlimited'),
    end: () => undefined,
  };
}

describe('an embedded event store whose disk is full', () => {
  it('refuses appends with a clear error, goes on being read, and goes on by itself when there is room', async () => {
    node = await startKillableNode(disk.folder);
    disk.begin(node.pid);
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const event = () => jsonEvent({ type: 'Written', data: { filler: 'x'.repeat(100_000) } });
    const acknowledged: string[] = [];
    const append = async (): Promise<string | undefined> => {
      const next = event();
      const count = acknowledged.length;
      const expectedRevision = count === 0 ? 'no_stream' : BigInt(count - 1);
      try {
        await client.appendToStream('filling', [next], { expectedRevision });
        acknowledged.push(next.id);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : 'something else';
      }
    };
    const stored = async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const { event: read } of client.readStream('filling')) if (read) ids.push(read.id);
      return ids;
    };

    let refusal: string | undefined;
    while (refusal === undefined) refusal = await append();
    expect(acknowledged.length).toBeGreaterThan(5);
    expect(refusal).toMatch(/could not be written: .*(ENOSPC|EFBIG)/);
    await eventually(() => expect(node.log.join('\n')).toMatch(/could not be written: .*(ENOSPC|EFBIG)/));
    expect(await stored()).toEqual(acknowledged);
    expect(await append()).toBeDefined();
    expect(await stored()).toEqual(acknowledged);

    disk.grow(node.pid);
    for (let more = 0; more < 30; more += 1) expect(await append()).toBeUndefined();
    expect(await stored()).toEqual(acknowledged);
    await client.dispose();

    await node.stop('SIGKILL');
    node = await startKillableNode(disk.folder);
    const after = EventStoreDBClient.connectionString(node.connectionString);
    const ids: string[] = [];
    for await (const { event: read } of after.readStream('filling')) if (read) ids.push(read.id);
    expect(ids).toEqual(acknowledged);
    await after.dispose();
  });
});
