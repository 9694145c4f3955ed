type Term = readonly [name: string, times: number];
interface Sum {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
}

const infinite = Number.POSITIVE_INFINITY;
const exactly = (least: number, most: number = least) => ({ least, most });

/** Counts of which some sums are known, each between bounds; every count is a whole number and none is negative. */
export class Solver {
  private readonly sums: Sum[] = [];
  private readonly bounds = new Map<string, { least: number; most: number }>();

  /** These together are so many, or between two numbers. */
  know(terms: readonly Term[], least: number, most: number = least): void {
    this.sums.push({ terms, ...exactly(least, most) });
    for (const [name] of terms) {
      if (!this.bounds.has(name)) this.bounds.set(name, { least: 0, most: infinite });
    }
  }

  /** Narrows every count by every sum, again and again, until nothing more follows. */
  solve(): void {
    for (let isNew = true; isNew;) {
      isNew = false;
      for (const { terms, least, most } of this.sums) {
        for (const [name, times] of terms) {
          const [lowest, highest] = this.rest(terms, name);
          const [from, to] = [least - highest, most - lowest].map((each) => each / times) as [number, number];
          const narrowed = times > 0 ? [from, to] : [to, from];
          isNew =
            this.narrow(name, Math.ceil(narrowed[0] ?? 0), Math.floor(narrowed[1] ?? infinite)) || isNew;
        }
      }
    }
  }

  /** How many numbers a count may be. */
  valuesOf(name: string): number {
    const { least, most } = this.bounds.get(name) ?? { least: 0, most: infinite };
    return most - least + 1;
  }

  private rest(terms: readonly Term[], but: string): [number, number] {
    let [lowest, highest] = [0, 0];
    for (const [name, times] of terms) {
      if (name === but) continue;
      const { least, most } = this.bounds.get(name) ?? { least: 0, most: infinite };
      lowest += times > 0 ? times * least : times * most;
      highest += times > 0 ? times * most : times * least;
    }
    return [lowest, highest];
  }

  private narrow(name: string, from: number, to: number): boolean {
    const bounds = this.bounds.get(name);
    if (!bounds || (from <= bounds.least && to >= bounds.most)) return false;
    bounds.least = Math.max(bounds.least, from);
    bounds.most = Math.min(bounds.most, to);
    return true;
  }
}
