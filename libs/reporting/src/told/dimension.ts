import type { Pair } from '#event-sourcing/codes';

export interface Dimension {
  readonly name: Pair;
  readonly codes: Readonly<Record<string, Pair>>;
}
