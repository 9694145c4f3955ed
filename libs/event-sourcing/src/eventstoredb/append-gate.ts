/**
 * Guards the client's weak spots, which are shared by the whole process (docs/event-sourcing.md):
 * - more than 16 appends in flight make it queue writes, and when the connection then breaks the queue rejects promises that
 *   nobody awaits, which ends the process: so at most 16 pass at a time;
 * - closing one connection forgets the appends of all others, and an answer to a forgotten append ends the process: so a
 *   connection is closed only while no append is in flight.
 */
export class AppendGate {
  private inFlight = 0;
  private closing = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most = 16) {}

  async pass<T>(append: () => Promise<T>): Promise<T> {
    while (this.inFlight >= this.most || this.closing > 0) await this.change();
    this.inFlight += 1;
    try {
      return await append();
    } finally {
      this.inFlight -= 1;
      // One place is free; only who closes a connection has to be looked for among those who wait.
      this.wake(this.closing > 0 ? this.waiting.length : 1);
    }
  }

  /** Lets no append begin until the work is done, and begins it when none is under way. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.closing += 1;
    try {
      while (this.inFlight > 0) await this.change();
      return await work();
    } finally {
      this.closing -= 1;
      this.wake();
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private wake(count = this.waiting.length): void {
    for (const resolve of this.waiting.splice(0, count)) resolve();
  }
}
