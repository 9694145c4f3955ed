import type { ReadPositions } from '#projecting';

/** What is asked of one read model for a municipality at a time, kept in memory until the projector tells that it has new rows. */
export class Remembered<T> {
  readonly #found = new Map<string, Promise<T>>();

  constructor(
    positions: Pick<ReadPositions, 'observe'>,
    readModel: string,
    private readonly ask: (tenant: string) => Promise<T>,
  ) {
    positions.observe(({ projection, isAnotherBuild, hasNewRows }) => {
      if (projection === readModel && (isAnotherBuild || hasNewRows)) this.#found.clear();
    });
  }

  /** As the rows stand, or stood before what the projector has not told of yet. What failed is asked anew the next time. */
  of(tenant: string): Promise<T> {
    const known = this.#found.get(tenant);
    if (known !== undefined) return known;
    const asked = this.ask(tenant);
    this.#found.set(tenant, asked);
    asked.catch(() => {
      if (this.#found.get(tenant) === asked) this.#found.delete(tenant);
    });
    return asked;
  }
}
