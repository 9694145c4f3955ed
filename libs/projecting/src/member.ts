import type { Projection } from '#event-sourcing/projection';
import type { Pool } from '#postgres';
import { applyBatch, type Batch } from './apply.js';
import type { ReadHistory } from './delivered.js';
import { isMissing, isPassing } from './failure.js';
import { Fenced, type Checkpoint } from './registry.js';

/** What keeps one projection from going on while the others do. */
export class Stopped extends Error {
  constructor(
    readonly member: Member,
    override readonly cause: unknown,
  ) {
    super(`${member.projection.name} stopped`);
    this.name = 'Stopped';
  }
}

/** One build of a projection that takes in batches, and where it stands. */
export class Member {
  constructor(
    readonly projection: Projection,
    public checkpoint: Checkpoint,
    private readonly pool: Pool,
    private readonly readHistory: ReadHistory,
  ) {}

  /**
   * Takes in a batch. When the batch cannot be taken in whole, its events are tried one by one up to the one that is at fault:
   * rejects with `Stopped` for that one, and with the error itself when it has nothing to do with the events.
   */
  async take(batch: Batch): Promise<void> {
    try {
      await this.apply(batch);
    } catch (error) {
      if (isOfTheSurroundings(error)) throw error;
      if (batch.events.length <= 1) throw new Stopped(this, error);
      for (const event of batch.events) {
        await this.take({ events: [event], caughtUp: false });
      }
      await this.take({ ...batch, events: [] });
    }
  }

  private async apply(batch: Batch): Promise<void> {
    this.checkpoint = await applyBatch(this.pool, this.projection, this.checkpoint, batch, this.readHistory);
  }
}

const isOfTheSurroundings = (error: unknown) =>
  isPassing(error) || isMissing(error) || error instanceof Fenced;
