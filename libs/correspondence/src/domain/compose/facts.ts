/** What a letter says of one case, by the names that templates know. A day is `2026-03-02` and is written out when it is composed. */
export interface Facts {
  readonly [name: string]: Fact | undefined;
}
export type Fact = string | boolean | readonly Facts[];
