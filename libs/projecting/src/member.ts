import type { Projection } from '#event-sourcing/projection';
import type { Pool } from '#postgres';
import { applyBatch, type Batch, moveFor, reconsidered } from './apply.js';
import type { Delivered, ReadHistory } from './delivered.js';
import { LogFault } from '#event-sourcing/event-store';
import { describeFailure, isMissing, isPassing } from './failure.js';
import { UnfitEvent } from './folding.js';
import { Fenced, moveCheckpoint, moveCheckpoints, type Checkpoint, type Move } from './registry.js';

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
      if (batch.events.length <= 1) throw new Stopped(this, this.named(error, batch.events[0]));
      for (const event of batch.events) {
        await this.take({ events: [event], caughtUp: false });
      }
      await this.take({ ...batch, events: [] });
    }
  }

  /**
   * Takes a batch into all of these in one transaction. False, with nothing written, when something is at fault: then each has to try by
   * itself. Rejects with what has nothing to do with the events.
   */
  static async takeTogether(members: readonly [Member, ...Member[]], batch: Batch): Promise<boolean> {
    let moved: (Checkpoint | undefined)[];
    try {
      const moves = await Promise.all(members.map((member) => member.moveFor(batch)));
      moved = await moveCheckpoints(members[0].pool, moves);
    } catch (error) {
      if (isOfTheSurroundings(error)) throw error;
      return false;
    }
    const fenced = members.filter((member, index) => {
      const checkpoint = moved[index];
      if (checkpoint !== undefined) member.checkpoint = checkpoint;
      return checkpoint === undefined;
    });
    if (fenced[0] !== undefined) throw new Fenced(fenced[0].checkpoint);
    return true;
  }

  private moveFor(batch: Batch): Promise<Move> {
    return moveFor(this.pool, this.projection, this.checkpoint, batch, this.readHistory);
  }

  /**
   * Takes the place read up to back to the last event: what came after it cannot be read back, and may have been exchanged by a restore
   * of the log (docs/adr/0007).
   */
  async readAgainAfterLast(): Promise<void> {
    const { last, resume, aside, taken } = this.checkpoint;
    if (resume === last?.position) return;
    const to = { last, resume: last?.position, aside, taken };
    const move = { from: this.checkpoint, to, live: { caughtUp: false } };
    this.checkpoint = await moveCheckpoint(this.pool, move);
  }

  /** Looks again at what is set aside: this release may know what another did not. */
  async reconsider(): Promise<void> {
    const move = await reconsidered(this.pool, this.projection, this.checkpoint, this.readHistory);
    if (move) this.checkpoint = await moveCheckpoint(this.pool, move);
  }

  /** What does not name the event itself, such as the database, is told with it. */
  private named(error: unknown, event: Delivered | undefined): unknown {
    if (event === undefined || error instanceof UnfitEvent || error instanceof LogFault) return error;
    return new UnfitEvent(this.projection, event.event, describeFailure(error), { cause: error });
  }

  private async apply(batch: Batch): Promise<void> {
    this.checkpoint = await applyBatch(this.pool, this.projection, this.checkpoint, batch, this.readHistory);
  }
}

const isOfTheSurroundings = (error: unknown) =>
  isPassing(error) || isMissing(error) || error instanceof Fenced;
