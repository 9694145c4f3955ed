import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Projection } from '#event-sourcing/projection';
import { type BelievedHistory, believed } from '#event-sourcing/stream-history';
import type { Aside } from './aside.js';
import { borne } from './bearing.js';
import { type Decoder, foldedBy, type ReadHistory } from './delivered.js';
import { handles } from './folding.js';
import type { Parts } from './parts.js';
import type { StoredRow } from './rows.js';
import { digestOf, Tallying } from './tally.js';

/** Events folded before others get a turn. */
const foldedAtOnce = 500;

/** What one part of the log comes to for each of several projections: its rows, or the reason why there are none. */
export class FoldedPart {
  private constructor(private readonly outcomes: ReadonlyMap<Projection, Outcome>) {}

  /**
   * Each stream is decoded once for all who fold it, and folded at once: events die young, which is what the garbage collector is fast at.
   * What nobody folds any more is not decoded. A stream that the server limits is read by itself: `$all` has what it hides.
   */
  static async of(
    parts: Parts,
    part: number,
    { decoder, readHistory }: { readonly decoder: Decoder; readonly readHistory: ReadHistory },
    projections: readonly Projection[],
  ): Promise<FoldedPart> {
    const outcomes = new Map(projections.map((projection) => [projection, new Outcome(projection, decoder)]));
    let sinceTurn = 0;
    for (const { stream, events, isMarked } of parts.streams(part)) {
      const concerned = [...outcomes.values()].filter((outcome) => outcome.isConcernedBy(stream));
      if (concerned.length === 0) continue;
      const history = isMarked ? await readHistory(stream) : believed(stream, { events }, decoder);
      const taken = new Tallying();
      for (const event of events) taken.add(digestOf(event));
      for (const outcome of concerned) outcome.take(history, taken);
      sinceTurn += events.length;
      if (sinceTurn < foldedAtOnce) continue;
      sinceTurn = 0;
      await nextTurn();
    }
    return new FoldedPart(outcomes);
  }

  /** Throws what kept the projection's rows from being made. */
  of(projection: Projection): Folded {
    const outcome = this.outcomes.get(projection);
    if (outcome?.failure) throw outcome.failure.reason;
    return {
      rows: outcome?.rows ?? [],
      aside: outcome?.aside ?? [],
      taken: outcome?.taken ?? new Tallying(),
    };
  }
}

/** What a part comes to for one projection. */
export interface Folded {
  readonly rows: readonly StoredRow[];
  readonly aside: readonly Aside[];
  readonly taken: Tallying;
}

class Outcome implements Folded {
  readonly rows: StoredRow[] = [];
  readonly aside: Aside[] = [];
  readonly taken = new Tallying();
  failure: { readonly reason: unknown } | undefined;
  private readonly isHandled: (stream: string) => boolean;

  constructor(
    private readonly projection: Projection,
    private readonly decoder: Decoder,
  ) {
    this.isHandled = handles(projection);
  }

  isConcernedBy(stream: string): boolean {
    return this.failure === undefined && this.isHandled(stream);
  }

  take(history: BelievedHistory, events: Tallying): void {
    try {
      this.taken.addAll(events);
      const { rows, aside } = borne(this.projection, foldedBy(this.projection, history, this.decoder));
      this.rows.push(...rows);
      if (aside) this.aside.push(aside);
    } catch (reason) {
      this.failure = { reason };
    }
  }
}
