import { Backoff } from '#projecting';

const longestMs = 1_800_000;

/** Work that somebody else keeps waiting, and that is tried again with pauses that grow to half an hour. */
export class Postponed {
  private readonly backoff: Backoff;
  private until = 0;
  private message: string | undefined;

  /** `onWhy` hears each new reason once. */
  constructor(
    firstMs: number,
    private readonly onWhy: (message: string) => void,
  ) {
    this.backoff = new Backoff({ firstMs, longestMs });
  }

  /** Why it waits, where the last try failed. */
  get why(): string | undefined {
    return this.message;
  }

  get isDue(): boolean {
    return this.message === undefined || performance.now() >= this.until;
  }

  /** After a try: what kept it, or undefined where nothing did. */
  tried(message: string | undefined): void {
    if (message === undefined) this.backoff.succeeded();
    else {
      if (message !== this.message) this.onWhy(message);
      this.until = performance.now() + this.backoff.failed();
    }
    this.message = message;
  }
}
