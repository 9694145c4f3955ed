import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Recorded } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import type { Decoder } from './delivered.js';
import { handles, refold } from './folding.js';
import type { Parts } from './parts.js';
import type { StoredRow } from './rows.js';

/** Events folded before others get a turn. */
const foldedAtOnce = 500;

/** What one part of the log comes to for each of several projections: its rows, or the reason why there are none. */
export class FoldedPart {
  private constructor(private readonly outcomes: ReadonlyMap<Projection, Outcome>) {}

  /**
   * Each stream is decoded once for all who fold it, and folded at once: events die young, which is what the garbage collector is fast at.
   * What nobody folds any more is not decoded.
   */
  static async of(
    parts: Parts,
    part: number,
    decoder: Decoder,
    projections: readonly Projection[],
  ): Promise<FoldedPart> {
    const outcomes = new Map(projections.map((projection) => [projection, new Outcome(projection)]));
    let sinceTurn = 0;
    for (const { stream, events } of parts.streams(part)) {
      const concerned = [...outcomes.values()].filter((outcome) => outcome.isConcernedBy(stream));
      if (concerned.length === 0) continue;
      let history: readonly Recorded[];
      try {
        history = events.map((event) => decoder.decode(event));
      } catch (reason) {
        for (const outcome of concerned) outcome.failure = { reason };
        continue;
      }
      for (const outcome of concerned) outcome.take(history);
      sinceTurn += events.length;
      if (sinceTurn < foldedAtOnce) continue;
      sinceTurn = 0;
      await nextTurn();
    }
    return new FoldedPart(outcomes);
  }

  /** Throws what kept the projection's rows from being made. */
  rowsOf(projection: Projection): readonly StoredRow[] {
    const outcome = this.outcomes.get(projection);
    if (outcome?.failure) throw outcome.failure.reason;
    return outcome?.rows ?? [];
  }
}

class Outcome {
  readonly rows: StoredRow[] = [];
  failure: { readonly reason: unknown } | undefined;
  private readonly isHandled: (stream: string) => boolean;

  constructor(private readonly projection: Projection) {
    this.isHandled = handles(projection);
  }

  isConcernedBy(stream: string): boolean {
    return this.failure === undefined && this.isHandled(stream);
  }

  take(history: readonly Recorded[]): void {
    try {
      this.rows.push(...refold(this.projection, history).values());
    } catch (reason) {
      this.failure = { reason };
    }
  }
}
