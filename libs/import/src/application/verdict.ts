import type { Phrase } from '#event-sourcing';
import type { Fault } from '#spreadsheet';
import type { FactKind } from '../rows/facts.js';

/** What comes of a row. */
export interface Verdict {
  readonly row: number;
  readonly kind: 'RECORDED' | 'ALREADY' | 'FAULTY';
  /** Who it is of, where the person was found or is registered with it. */
  readonly subjectId?: string;
  /** What is recorded of it. */
  readonly facts: readonly { readonly kind: FactKind; readonly on?: string }[];
  /** What is wrong with it, and where. */
  readonly faults: readonly Omit<Fault, 'row'>[];
}

export interface Counts {
  readonly recorded: number;
  readonly already: number;
  readonly faulty: number;
}

export function countsOf(verdicts: readonly Verdict[]): Counts {
  const of = (kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind).length;
  return { recorded: of('RECORDED'), already: of('ALREADY'), faulty: of('FAULTY') };
}

export const faulty = (row: number, faults: Verdict['faults']): Verdict => ({
  row,
  kind: 'FAULTY',
  facts: [],
  faults,
});
export const faultySo = (row: number, what: Phrase, column?: number): Verdict =>
  faulty(row, [{ what, ...(column !== undefined && { column }) }]);
