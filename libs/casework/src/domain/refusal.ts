import { Rejection } from '#event-sourcing/decider';

export const refusal = (rule: string, sentence: string) => new Rejection(`casework/${rule}`, sentence);

export function refuseIf(fault: boolean, rule: string, sentence: string): void {
  if (fault) throw refusal(rule, sentence);
}

/** Local dates order as text. */
export function order(earlier: string, later: string, sentence: string): void {
  refuseIf(later < earlier, 'date-order', sentence);
}

export const hasDoubles = (list: readonly unknown[]) => new Set(list).size < list.length;

/** A day before any that may be recorded. */
export const earliest = '1900-01-01';
