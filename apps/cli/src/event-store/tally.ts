import type { Step } from './import-steps.js';

/** How far a part of an import has come. */
export interface Told {
  readonly doing: string;
  readonly events: number;
  /** Events a second. */
  readonly rate: number;
  /** Undefined where nobody knows how many there are. */
  readonly secondsLeft: number | undefined;
}

const tellEveryMs = 1_000;

/** Counts what is done, and tells of it about once a second. */
export class Tally {
  events = 0;
  placeholders = 0;
  readonly #begun = Date.now();
  #toldAt = this.#begun;

  constructor(
    private readonly doing: string,
    private readonly all: number | undefined,
    private readonly tell: (told: Told) => void,
  ) {}

  count({ isPlaceholder }: Pick<Step, 'isPlaceholder'>): void {
    this.events += 1;
    if (isPlaceholder) this.placeholders += 1;
    // Looking at the clock for each of a million would be felt.
    if (this.events % 256 === 0 && Date.now() - this.#toldAt >= tellEveryMs) this.#say();
  }

  #say(): void {
    this.#toldAt = Date.now();
    const seconds = (this.#toldAt - this.#begun) / 1_000;
    const rate = Math.round(this.events / seconds);
    const left = this.all === undefined ? undefined : Math.round((this.all - this.events) / rate);
    this.tell({ doing: this.doing, events: this.events, rate, secondsLeft: left });
  }
}

export const inWords = ({ doing, events, rate, secondsLeft }: Told): string =>
  `${doing}: ${events} events, ${rate}/s${secondsLeft === undefined ? '' : `, ${secondsLeft} s left`}`;
