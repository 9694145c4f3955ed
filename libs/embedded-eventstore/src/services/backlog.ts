import type { Call } from '../grpc/call.js';

/** Bytes of appends that may wait for the disk at once. */
const usualLimit = 32 * 1024 * 1024;

/** The appends of a node that wait for the disk. While they are too many, the calls that bring more are not read. */
export class Backlog {
  #size = 0;
  readonly #held = new Set<Pick<Call, 'pause' | 'resume'>>();

  constructor(private readonly limit = usualLimit) {}

  /** Does the work of an append, which counts until it is done; settles as the work does. */
  async during<T>(size: number, work: () => Promise<T>): Promise<T> {
    this.#size += size;
    try {
      return await work();
    } finally {
      this.#size -= size;
      if (this.#size < this.limit) this.#letGo();
    }
  }

  /** Stops reading a call when there is too much already, until that is done. */
  holdBack(call: Pick<Call, 'pause' | 'resume'>): void {
    if (this.#size < this.limit) return;
    this.#held.add(call);
    call.pause();
  }

  #letGo(): void {
    for (const call of this.#held) call.resume();
    this.#held.clear();
  }
}
