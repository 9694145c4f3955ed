import { DamagedLog, type EventStore } from '#event-sourcing/event-store';
import { inTransaction } from '#postgres';
import type { Decoder } from '../delivered.js';
import type { ReadModels } from '../read-models.js';
import { liveCheckpoint } from '../registry.js';
import { tableExists } from '../tables.js';
import { damagedStreams } from './damaged.js';
import { type Finding, keyOfFinding } from './finding.js';
import { type Audited, logHeld } from './log.js';
import { rowsHeld } from './rows.js';
import { streamsHeld } from './streams.js';
import { wholeHeld } from './whole.js';

export interface AuditOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  readonly signal?: AbortSignal | undefined;
  /** How many streams, drawn by lot, are folded anew; 20 unless told. */
  readonly draw?: number;
  /** Every stream is folded anew, which takes as long as a rebuild. */
  readonly isWhole?: boolean;
}

export interface Audit {
  readonly beganAt: string;
  readonly endedAt: string;
  readonly events: number;
  readonly rows: number;
  /** Streams folded anew. */
  readonly streams: number;
  readonly findings: readonly Finding[];
}

/**
 * Holds the read models against themselves and against the log (docs/adr/0068). What is found is looked at twice: a note or another build
 * may have come in between.
 */
export async function audit(options: AuditOptions): Promise<Audit> {
  const beganAt = new Date().toISOString();
  let held = await heldOnce(options);
  if (held.findings.length > 0) {
    await options.decoder.learn?.();
    const again = await heldOnce(options, streamsIn(held.findings));
    const before = new Set(held.findings.map(keyOfFinding));
    held = { ...again, findings: again.findings.filter((finding) => before.has(keyOfFinding(finding))) };
    const named = await streamsBehind(held.findings, options);
    held = { ...held, findings: [...held.findings, ...named] };
  }
  return { ...held, beganAt, endedAt: new Date().toISOString() };
}

type Held = Pick<Audit, 'events' | 'rows' | 'streams' | 'findings'>;

const streamsIn = (findings: readonly Finding[]) => [
  ...new Set(findings.flatMap(({ stream }) => stream ?? [])),
];

/** `suspected`: the streams to fold anew in the place of some that are drawn by lot. */
async function heldOnce(options: AuditOptions, suspected?: readonly string[]): Promise<Held> {
  const { readModels, store, decoder, signal, draw = 20, isWhole = false } = options;
  const { projector } = readModels;
  const findings: Finding[] = [];
  let rows = 0;
  for (const { projection, checkpoint } of await buildsOf(options)) {
    signal?.throwIfAborted();
    const held = await rowsHeld(projector, projection, checkpoint);
    rows += held.rows;
    findings.push(...held.findings);
  }
  const builds = await buildsOf(options);
  const log = await logHeld(builds, { store, decoder, signal, draw }).catch(async (error: unknown) => {
    if (!(error instanceof DamagedLog)) throw error;
    return { events: 0, drawn: [], findings: await damagedStreams(projector, builds, store, error) };
  });
  findings.push(...log.findings);
  const streams = suspected ?? log.drawn;
  for (const projection of readModels.projections) {
    signal?.throwIfAborted();
    const found = isWhole
      ? await wholeHeld(projection, { store, decoder, readModels, signal })
      : await inTransaction(
          projector,
          async (db) => {
            const checkpoint = await liveCheckpoint(db, projection);
            return checkpoint ? streamsHeld(db, projection, checkpoint, streams, options) : [];
          },
          { isolation: 'repeatable read', readOnly: true },
        );
    findings.push(...found);
  }
  const unique = new Map(findings.map((finding) => [keyOfFinding(finding), finding]));
  return { events: log.events, rows, streams: log.drawn.length, findings: [...unique.values()] };
}

/** The builds that are read, as they stand. */
async function buildsOf({ readModels: { projector, projections } }: AuditOptions): Promise<Audited[]> {
  return inTransaction(
    projector,
    async (db) => {
      const builds: Audited[] = [];
      for (const projection of projections) {
        const checkpoint = await liveCheckpoint(db, projection);
        if (checkpoint && (await tableExists(db, checkpoint))) builds.push({ projection, checkpoint });
      }
      return builds;
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

/** Where only a count or a sum tells that something is wrong, folding everything tells what. */
async function streamsBehind(findings: readonly Finding[], options: AuditOptions): Promise<Finding[]> {
  if (options.isWhole) return [];
  const told = new Set(findings.map(keyOfFinding));
  const found: Finding[] = [];
  for (const { kind, projection: name } of findings) {
    const projection = options.readModels.projections.find((one) => one.name === name);
    const isNamed = kind === 'EVENTS' && findings.some((one) => one.kind === 'EVENT');
    if (!projection || isNamed || (kind !== 'ROWS' && kind !== 'EVENTS')) continue;
    for (const finding of await wholeHeld(projection, options)) {
      if (!told.has(keyOfFinding(finding))) found.push(finding);
    }
  }
  return found;
}
