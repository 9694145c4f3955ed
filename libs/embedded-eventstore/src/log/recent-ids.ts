/** Where an event id was last stored. */
export interface StoredId {
  readonly stream: string;
  readonly revision: number;
}

/**
 * The ids of the events written lately, by which a repeated append that expects `any` is recognised. It is kept in
 * memory only, as the real server does: after a restart such a repeat is stored a second time.
 */
export class RecentIds {
  #young = new Map<string, StoredId>();
  #old = new Map<string, StoredId>();

  constructor(private readonly generation = 50_000) {}

  find(stream: string, id: string): StoredId | undefined {
    const stored = this.#young.get(id) ?? this.#old.get(id);
    return stored?.stream === stream ? stored : undefined;
  }

  /** Within one stream the first place of an id counts. */
  remember(stream: string, id: string, revision: number): void {
    if (this.find(stream, id)) return;
    this.#young.set(id, { stream, revision });
    if (this.#young.size < this.generation) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  forget(stream: string, id: string, revision: number): void {
    for (const ids of [this.#young, this.#old]) {
      const stored = ids.get(id);
      if (stored?.stream === stream && stored.revision === revision) ids.delete(id);
    }
  }
}
