import { type EventStore, partsOf } from '#event-sourcing';

const lookEveryMs = 10_000;

/** The municipalities that have adopted a profile, as the log has them: nobody asks about another one, however many keys are tried. */
export class Adopted {
  readonly #tenants = new Set<string>();
  #seenTo: bigint | undefined;
  #looked = { at: -Infinity, done: Promise.resolve() };

  constructor(
    private readonly store: Pick<EventStore, 'end' | 'scan' | 'scanNew'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async tenants(): Promise<ReadonlySet<string>> {
    if (this.now() - this.#looked.at >= lookEveryMs) {
      this.#looked = { at: this.now(), done: this.#look() };
      this.#looked.done.catch(() => (this.#looked = { ...this.#looked, at: -Infinity }));
    }
    await this.#looked.done;
    return this.#tenants;
  }

  async #look(): Promise<void> {
    // Before the reading: what comes meanwhile is looked at again.
    const end = await this.store.end();
    const after = this.#seenTo;
    const municipalities = { streamPrefixes: ['municipality-'] };
    const adopting =
      after === undefined
        ? this.store.scan(municipalities)
        : this.store.scanNew({ ...municipalities, after });
    for await (const events of adopting) {
      for (const { stream, type } of events) {
        const tenant = partsOf(stream)?.tenant;
        if (type === 'MunicipalityProfileAdopted' && tenant !== undefined) this.#tenants.add(tenant);
      }
    }
    this.#seenTo = end;
  }
}
