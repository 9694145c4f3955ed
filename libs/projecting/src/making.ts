import type { EventStore } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import { type AdvisoryLock, advisoryLock } from '#postgres';
import type { Decoder } from './delivered.js';
import { Filling, resumable, type Division } from './filling.js';
import type { FoldedPart } from './folded-part.js';
import { recordMade } from './made-builds.js';
import type { Progress } from './progress.js';
import type { ReadModels } from './read-models.js';
import { named, rebuildOf, type Build, type Checkpoint } from './registry.js';
import { dropAbandoned, switchTo, untilLocked, type Patient } from './switching.js';
import { assertWellNamed } from './tables.js';
import type { UnderWay } from './under-way.js';

export interface RebuildOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  readonly signal?: AbortSignal;
  /** Where the log is kept in parts meanwhile, as large as it is; the system's folder for such things unless told. */
  readonly folder?: string;
  /** Bytes of log that make a part; 16 MiB unless told. */
  readonly partLength?: number;
  /** Told about once a second, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Told now and then while a query that does not end keeps the rows as they were from being replaced. */
  readonly onWaiting?: (projection: string) => void;
}

/** One projection on its way to a new build that is read. */
export class Making {
  failure: { readonly reason: unknown } | undefined;
  build: Build | undefined;
  /** What another process began and did not end. */
  left: UnderWay | undefined;
  private readonly beganAt = new Date();
  private lock: AdvisoryLock | undefined;
  private signal = new AbortController().signal;
  private filling: Filling | undefined;
  private filled: Checkpoint | undefined;

  constructor(
    readonly projection: Projection,
    private readonly options: RebuildOptions,
  ) {}

  /** How many parts are in the rows. */
  get done(): number {
    return this.filling?.done ?? Infinity;
  }

  async take(): Promise<void> {
    assertWellNamed(this.projection);
    const { readModels, store, signal } = this.options;
    this.lock = await advisoryLock(readModels.owner, rebuildOf(this.projection));
    if (this.lock === undefined) {
      throw new Error(`${named(this.projection)} is being rebuilt by another process`);
    }
    this.signal = AbortSignal.any([this.lock.lost, ...(signal ? [signal] : [])]);
    this.left = await resumable(this.projection, readModels.owner, store);
  }

  async begin(division: Division, isResumed: boolean): Promise<void> {
    const { projection, left } = this;
    const { owner } = this.options.readModels;
    const kept = isResumed ? left : undefined;
    await untilLocked(() => dropAbandoned(projection, this.options.readModels, kept?.build), this.patient);
    this.filling = kept
      ? Filling.resumed(projection, owner, kept)
      : await Filling.begun(projection, owner, division);
  }

  async fill(part: number, folded: FoldedPart): Promise<void> {
    await this.filling?.fill(part, folded.of(this.projection), this.signal);
  }

  async finish(): Promise<void> {
    this.filled = await this.filling?.finish();
  }

  async goLive(): Promise<void> {
    const { projection, filled, filling, patient } = this;
    const { readModels } = this.options;
    if (!filled || !filling) return;
    await switchTo(projection, filled, patient);
    // Queries that began before the switch still read the old table: it goes when they are done, at the latest with the next rebuild.
    await untilLocked(() => dropAbandoned(projection, readModels), patient).catch((error: unknown) => {
      if (!this.signal.aborted) throw error;
    });
    await recordMade(readModels.projector, filled, this.beganAt);
    this.build = filling.build;
  }

  /** What failed leaves nothing; what a killed process left is gone on with. */
  async letGo(): Promise<void> {
    if (!this.lock) return;
    if (this.failure) await dropAbandoned(this.projection, this.options.readModels).catch(() => {});
    await this.lock.release();
  }

  private get patient(): Patient {
    const { onWaiting } = this.options;
    const waiting = onWaiting && { onWaiting: () => onWaiting(this.projection.name) };
    const { store, decoder, readModels } = this.options;
    return { store, decoder, readModels, signal: this.signal, ...waiting };
  }
}
