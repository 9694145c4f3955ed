import type { HeldPerson, NameIndex, PeopleRow, Vault } from '#personal-data';
import type { ReadPositions } from '#projecting';

/** A row of `people` with the log position of the event that last changed it. */
export interface PlacedPerson {
  readonly row: PeopleRow;
  readonly position: bigint;
}

interface Sources {
  readonly index: NameIndex;
  readonly positions: Pick<ReadPositions, 'observe'>;
  readonly vault: Pick<Vault, 'onDestroyed' | 'hearsOfDestroyed'>;
  /** The tenant's people whose row changed after a position, a page at a time, in order of position. */
  readonly peopleAfter: (tenant: string, position: bigint) => AsyncIterable<readonly PlacedPerson[]>;
}

interface Followed {
  position: bigint;
  /** Everyone was in the index once; since then it follows. */
  isLoaded: boolean;
  isStale: boolean;
  refreshing: Promise<void> | undefined;
}

/** People by id, as they lie in memory. */
export type Held = (id: string) => HeldPerson | undefined;

/**
 * Keeps the name index current: a tenant's people are loaded when somebody first looks among them, and what changed is
 * fetched when the projector tells that `people` has moved.
 */
export class NameIndexFeed {
  readonly #tenants = new Map<string, Followed>();
  readonly #stop: () => void;

  constructor(private readonly sources: Sources) {
    this.#stop = sources.positions.observe(({ projection, isAnotherBuild, hasNewRows }) => {
      if (projection !== 'people' || !(isAnotherBuild || hasNewRows)) return;
      if (isAnotherBuild) void this.#startAnew();
      for (const [tenant, followed] of this.#tenants) {
        followed.isStale = true;
        // A failure shows when somebody searches, and is tried again then.
        void this.#refreshed(tenant, followed).catch(() => {});
      }
    });
    sources.vault.onDestroyed(({ tenant, owner, classes }) => {
      if (classes.includes('PERSON') || classes.includes('PARTY')) sources.index.forget({ tenant, owner });
    });
  }

  /** The index, holding everyone of the tenant that the read model holds by now. */
  async indexOf(tenant: string): Promise<NameIndex> {
    if (this.sources.index.fault !== undefined) await this.#startAnew();
    for (;;) {
      const followed = this.#followed(tenant);
      if (!followed.isStale && followed.refreshing === undefined) return this.sources.index;
      await this.#refreshed(tenant, followed);
    }
  }

  /**
   * Those of these tenants' people who are in the index, as they stand in the read model by now. Waits for no load, but begins one; and knows
   * nobody while it might not hear of a destroyed key.
   */
  async heldIn(tenants: readonly string[]): Promise<Held> {
    const { index, vault } = this.sources;
    const loaded: string[] = [];
    for (const tenant of vault.hearsOfDestroyed && index.fault === undefined ? tenants : []) {
      // What cannot be read here is fetched by whoever asks, and fails there.
      const refreshed = this.indexOf(tenant).then(
        () => true,
        () => false,
      );
      if (this.#followed(tenant).isLoaded && (await refreshed)) loaded.push(tenant);
    }
    return (id) => {
      for (const tenant of loaded) {
        const person = index.held(tenant, id);
        if (person !== undefined) return person;
      }
      return undefined;
    };
  }

  close(): void {
    this.#stop();
  }

  #followed(tenant: string): Followed {
    const followed = this.#tenants.get(tenant) ?? {
      position: -1n,
      isLoaded: false,
      isStale: true,
      refreshing: undefined,
    };
    this.#tenants.set(tenant, followed);
    return followed;
  }

  /** One refresh at a time; who comes during one waits for it. */
  #refreshed(tenant: string, followed: Followed): Promise<void> {
    followed.refreshing ??= this.#refresh(tenant, followed).finally(() => {
      followed.refreshing = undefined;
    });
    return followed.refreshing;
  }

  async #refresh(tenant: string, followed: Followed): Promise<void> {
    while (followed.isStale) {
      followed.isStale = false;
      try {
        for await (const people of this.sources.peopleAfter(tenant, followed.position)) {
          // Begun anew meanwhile: these rows may be of a build that is read no more.
          if (this.#tenants.get(tenant) !== followed) return;
          await this.sources.index.update(people.map(({ row }) => row));
          followed.position = people.at(-1)?.position ?? followed.position;
        }
        followed.isLoaded = true;
      } catch (error) {
        followed.isStale = true;
        throw error;
      }
    }
  }

  /**
   * After a lost key or a damaged field: the vault may have been mended meanwhile. And after a rebuild of `people`, which may have been
   * of a log restored to an earlier state: whom that does not hold must not be found.
   */
  async #startAnew(): Promise<void> {
    this.#tenants.clear();
    await this.sources.index.load([]);
  }
}
