import { Inject, Injectable } from '@nestjs/common';
import { behindRecorded } from '#apps/clock-watch';
import { LogFault, readLogId, StoreUnavailable } from '#event-sourcing';
import {
  type Aside,
  isFollowing,
  lastAudit,
  type LastAudit,
  madeBuilds,
  type MadeBuild,
  newestRecordedAt,
  type ProjectionStatus,
  projectionStatus,
  type ReactorStatus,
  setAsideStreams,
  streamPrefixesOf,
} from '#projecting';
import { projections } from '#projections/index';
import { ApiParts } from '../api-parts.js';
import type { Hindrance } from './hindrances.js';
import { HttpMetrics } from './metrics.js';

export interface HealthReport {
  /** `impaired`: it does its work, but for what is set aside or a reactor tells of, which waits for somebody (docs/adr/0032). */
  readonly status: 'ready' | 'impaired' | 'not-ready';
  readonly log: 'reachable' | 'unreachable' | 'another-log';
  /** Why it cannot be used, for the operator. */
  readonly logMessage: string | null;
  readonly vault: 'reachable' | 'unreachable';
  readonly readModels: 'reachable' | 'unreachable';
  readonly projections: readonly {
    readonly name: string;
    readonly version: number;
    readonly state: ProjectionStatus['state'];
    readonly lagSeconds: number | null;
    readonly lagBytes: string | null;
    /** Why it is halted, for the operator. */
    readonly message?: string;
  }[];
  /** What waits for an operator; all else goes on, so that it does not take the API out of service. */
  readonly setAside: readonly { readonly stream: string; readonly message: string }[];
  /** What the auditor found last; null before its first time. What it found waits for an operator (docs/adr/0068). */
  readonly audit: LastAudit | null;
  /** The newest builds of read models. */
  readonly rebuilds: readonly MadeBuild[];
  /** None where the projector runs by itself: it has a health of its own. */
  readonly reactors: readonly {
    readonly name: string;
    readonly state: ReactorStatus['state'];
    /** Why it fails, or what it has left behind, for the operator. */
    readonly message?: string;
  }[];
  /** What is in the way though everything answers. */
  readonly hindrances: readonly Hindrance[];
}

const patienceMs = 2_000;
const rebuildsTold = 20;
const streamPrefixes = streamPrefixesOf(projections);

/** Whether the API can do its work: what it reaches, and how far the read models are behind. */
@Injectable()
export class Health {
  constructor(
    @Inject(ApiParts) private readonly parts: ApiParts,
    @Inject(HttpMetrics) private readonly metrics: HttpMetrics,
  ) {}

  async report(): Promise<HealthReport> {
    const [{ log, logMessage }, vault, statuses, reactors, hindrances, setAside, audit, rebuilds] =
      await Promise.all([
        this.#log(),
        this.#vault(),
        this.#projections(),
        this.#reactors(),
        this.#hindrances(),
        this.#setAside(),
        this.#audit(),
        orNothing(madeBuilds(this.parts.reader, rebuildsTold)),
      ]);
    const isReady =
      hindrances.every(isPartial) &&
      log === 'reachable' &&
      vault === 'reachable' &&
      statuses?.every(isFollowing) === true &&
      reactors?.every(({ state }) => state !== 'FAILING') === true;
    const isImpaired =
      !!setAside?.length ||
      !!audit?.findings.length ||
      hindrances.length > 0 ||
      reactors?.some((one) => one.isImpaired) === true;
    return {
      status: !isReady ? 'not-ready' : isImpaired ? 'impaired' : 'ready',
      log,
      logMessage,
      vault,
      readModels: statuses === undefined ? 'unreachable' : 'reachable',
      projections: (statuses ?? []).map(({ name, version, state, lagSeconds, lagBytes, message }) => ({
        name,
        version,
        state,
        lagSeconds: lagSeconds ?? null,
        lagBytes: lagBytes?.toString() ?? null,
        ...(message !== undefined && { message }),
      })),
      setAside: (setAside ?? []).map(({ stream, message }) => ({ stream, message })),
      audit: audit ?? null,
      rebuilds: rebuilds ?? [],
      reactors: (reactors ?? []).map(({ name, state, message }) => ({
        name,
        state,
        ...(message !== undefined && { message }),
      })),
      hindrances,
    };
  }

  /** Brings the gauges up to date. */
  async measure(): Promise<void> {
    const statuses = (await this.#projections()) ?? [];
    const reactors = (await this.#reactors()) ?? [];
    const setAside = await this.#setAside();
    // A figure that is not known is absent: the last one would look like all is well.
    this.metrics.forgetStates();
    for (const { kind } of await this.#hindrances()) this.metrics.hindrance.set({ kind }, 1);
    if (setAside) this.metrics.setAside.set(setAside.length);
    const audit = await this.#audit();
    if (audit) {
      this.metrics.auditFindings.set(audit.findings.length);
      this.metrics.auditAge.set(Math.max(0, Date.now() - Date.parse(audit.endedAt)) / 1000);
    }
    for (const { name, state } of reactors) {
      this.metrics.failing.set({ reactor: name }, state === 'FAILING' ? 1 : 0);
    }
    for (const { name, state, lagSeconds, lagBytes } of statuses) {
      this.metrics.halted.set({ projection: name }, state === 'HALTED' ? 1 : 0);
      if (lagSeconds !== undefined) this.metrics.lagSeconds.set({ projection: name }, lagSeconds);
      if (lagBytes !== undefined) this.metrics.lagBytes.set({ projection: name }, Number(lagBytes));
    }
  }

  async #log(): Promise<Pick<HealthReport, 'log' | 'logMessage'>> {
    const { store, logId } = this.parts;
    // To read a stream and to read all of them are two rights.
    const asked = Promise.all([readLogId(store), store.end()]);
    const found = await orNothing(asked.then(([id]) => ({ id }), failureIn));
    if (found === undefined) return { log: 'unreachable', logMessage: null };
    if ('logMessage' in found) return { log: 'unreachable', ...found };
    const log = found.id === logId ? 'reachable' : found.id === undefined ? 'unreachable' : 'another-log';
    return { log, logMessage: null };
  }

  async #vault(): Promise<HealthReport['vault']> {
    const nobody = { tenant: '0', issuer: 'health', subject: 'health' };
    const answered = await orNothing(this.parts.vault.parties.known(nobody).then(() => true));
    return answered === true ? 'reachable' : 'unreachable';
  }

  async #reactors(): Promise<readonly ReactorStatus[] | undefined> {
    return this.parts.reactors === undefined ? [] : orNothing(this.parts.reactors());
  }

  async #hindrances(): Promise<readonly Hindrance[]> {
    const { hindrances, reader } = this.parts;
    const [standing, newest] = [hindrances.all(), await orNothing(newestRecordedAt(reader))];
    const message = newest && behindRecorded(newest, Date.now());
    if (!message || standing.some(({ kind }) => kind === 'CLOCK')) return standing;
    return [...standing, { kind: 'CLOCK', message }];
  }

  #audit(): Promise<LastAudit | undefined> {
    return orNothing(lastAudit(this.parts.reader));
  }

  async #setAside(): Promise<readonly Aside[] | undefined> {
    const all = await orNothing(setAsideStreams(this.parts.reader, projections));
    return all?.filter(({ isNoted }) => !isNoted);
  }

  async #projections(): Promise<ProjectionStatus[] | undefined> {
    const { store, reader } = this.parts;
    // Side by side: a probe that waits for both in turn may have given up.
    const [compared, told] = await Promise.all([
      orNothing(projectionStatus(reader, projections, { store, streamPrefixes })),
      orNothing(projectionStatus(reader, projections)),
    ]);
    return compared ?? told;
  }
}

/** Without documents all else is recorded and read; so it is where the access log was changed, which somebody must look into. */
const isPartial = ({ kind }: Hindrance) => kind === 'DOCUMENTS' || kind === 'ACCESS_LOG';

/** The log's own failures are told in sentences that hold nothing of anybody. */
function failureIn(error: unknown): { readonly logMessage: string } {
  const isTold = error instanceof StoreUnavailable || error instanceof LogFault;
  return { logMessage: isTold ? error.message : 'The log cannot be read.' };
}

/** What is unreachable has no answer; so has what does not answer in time. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
