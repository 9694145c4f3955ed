/** Work for many who ask at once: one at a time, and those who ask while it is under way share the one that begins after it. */
export class Shared<T> {
  private now: Promise<T> | undefined;
  private next: Promise<T> | undefined;

  constructor(private readonly work: () => Promise<T>) {}

  /** The outcome of work that begins after this call. */
  ask(): Promise<T> {
    if (this.now === undefined) return this.begin();
    const begin = () => this.begin();
    // What is under way may already have passed what the caller has a right to see.
    this.next ??= this.now.then(begin, begin);
    return this.next;
  }

  get isIdle(): boolean {
    return this.now === undefined;
  }

  private begin(): Promise<T> {
    this.next = undefined;
    const mine = this.work();
    this.now = mine;
    const end = () => {
      if (this.next === undefined) this.now = undefined;
    };
    mine.then(end, end);
    return mine;
  }
}
