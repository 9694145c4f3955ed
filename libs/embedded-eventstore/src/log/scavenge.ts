import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EventStore } from '../event-store.js';
import { checkLog } from './check.js';
import { readCommitHeader, thinnedCommit, type CommitEntry } from './commit-record.js';
import { EventLog } from './event-log.js';
import { DamagedEvent } from './faults.js';
import {
  createSegment,
  openSegments,
  readSegment,
  segmentHeader,
  segmentHeaderLength,
  syncFolder,
  type Segment,
} from './segment-file.js';
import { removeSnapshot } from './snapshot.js';

export interface Scavenged {
  readonly events: number;
  readonly bytes: number;
  /** Events that are left. */
  readonly left: number;
}

/**
 * Takes what metadata hides out of a folder's log for good: events beyond `$maxCount`, older than `$maxAge`, before
 * `$tb`, and those of deleted streams. As on the real server the last event of a stream stays, because it carries the
 * revision, unless the stream ended with a tombstone. What stays keeps its bytes, position and revision. A segment is
 * replaced as a whole, so a kill leaves each as it was or as it will be, and the next call does the rest.
 */
export async function scavengeLog(folder: string, log: (line: string) => void): Promise<Scavenged> {
  refuseDamage(folder);
  const options = { folder, durable: true, log };
  const events = EventLog.open(options);
  const isKept = keptEvents(new EventStore(events));
  const left = events.index.count;
  const end = events.durable;
  await events.close();

  for (const name of readdirSync(folder)) {
    if (name.endsWith('.segment.new')) rmSync(join(folder, name));
  }
  const segments = openSegments(folder);
  let removed = { events: 0, bytes: 0 };
  try {
    for (const segment of segments) {
      const thinner = thinned(segment, isKept);
      if (thinner.events === 0) continue;
      if (removed.events === 0) {
        // The snapshot speaks of the files as they were.
        removeSnapshot(folder);
        syncFolder(folder);
      }
      if (segment === segments.at(-1)) beginSegment(folder, end);
      replace(folder, segment, thinner.content);
      removed = { events: removed.events + thinner.events, bytes: removed.bytes + thinner.bytes };
    }
  } finally {
    for (const { descriptor } of segments) closeSync(descriptor);
  }
  if (removed.events > 0) await EventLog.open(options).close();
  return { ...removed, left: left - removed.events };
}

function refuseDamage(folder: string): void {
  const [damage] = checkLog(folder).damages;
  if (damage) throw new DamagedEvent(damage.segment, damage.offset);
}

/** Whether an event stays. What a stream hides are its first events, so one revision a stream tells. */
function keptEvents(store: EventStore): (entry: CommitEntry) => boolean {
  const firstKept = new Map<string, number>();
  for (const stream of store.log.index.streams.names) {
    const first = store.isTombstoned(stream)
      ? Infinity
      : Math.min(store.firstVisible(stream), store.lastRevision(stream));
    if (first > 0) firstKept.set(stream, first);
  }
  return ({ stream, revision }) => revision === 'tombstone' || revision >= (firstKept.get(stream) ?? 0);
}

function thinned(
  segment: Segment,
  isKept: (entry: CommitEntry) => boolean,
): { content: Buffer; events: number; bytes: number } {
  const bytes = readSegment(segment);
  const commits: Buffer[] = [segmentHeader(segment.base, true)];
  let events = 0;
  for (let at = segmentHeaderLength; at < bytes.length;) {
    const record = readCommitHeader(bytes, at, segment.base);
    if (!record) throw new DamagedEvent(segment.name, at);
    const going = record.entries.filter((entry) => !isKept(entry)).length;
    events += going;
    commits.push(
      going === 0 ? bytes.subarray(at, at + record.length) : thinnedCommit(bytes, at, record, isKept),
    );
    at += record.length;
  }
  const content = Buffer.concat(commits);
  return { content, events, bytes: bytes.length - content.length };
}

/** The log goes on in a new segment: its positions must never be given a second time. */
function beginSegment(folder: string, base: number): void {
  const { descriptor } = createSegment(folder, base);
  fsyncSync(descriptor);
  closeSync(descriptor);
  syncFolder(folder);
}

function replace(folder: string, { path }: Segment, content: Buffer): void {
  const beside = `${path}.new`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    for (let at = 0; at < content.length;) at += writeSync(descriptor, content, at);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, path);
  syncFolder(folder);
}
