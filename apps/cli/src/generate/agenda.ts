/** What is going to happen, by its day. */
export class Agenda<T extends { readonly at: string }> {
  private readonly days = new Map<string, T[]>();

  add(entries: readonly T[]): void {
    for (const entry of entries) {
      const day = entry.at.slice(0, 10);
      const present = this.days.get(day);
      if (present) present.push(entry);
      else this.days.set(day, [entry]);
    }
  }

  /** All of the days before this one, in order; of one moment in the order in which they were added. */
  takeBefore(end: string): T[] {
    const due = [...this.days.keys()].filter((day) => day < end).toSorted();
    return due.flatMap((day) => {
      const entries = this.days.get(day) ?? [];
      this.days.delete(day);
      return entries.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
    });
  }
}
