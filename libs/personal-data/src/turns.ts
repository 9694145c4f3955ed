import { TooMuchContention } from '#event-sourcing';

/** Work of this process in turn: one at a time under each key, in the order asked; what waits holds nothing but its place. */
export class Turns {
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #patienceMs: number;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** Rejects with `TooMuchContention`, without starting `work`, when its turn does not come in time; `what` is told in it. */
  async take<T>(key: string, what: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(key);
    const mine = before ? this.#inTime(before, what).then(work) : work();
    // Who gave up leaves the place before it as it is.
    const settled = Promise.allSettled([before, mine]);
    this.#turns.set(key, settled);
    void settled.then(() => {
      if (this.#turns.get(key) === settled) this.#turns.delete(key);
    });
    return mine;
  }

  async #inTime(before: Promise<unknown>, what: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new TooMuchContention(what)), this.#patienceMs);
    });
    await Promise.race([before, tooLate]).finally(() => clearTimeout(timer));
  }
}
