import { Problem } from '../problems/problem.js';
import { preferencesIn } from './preferences.js';

/** JSON unless CSV is asked for above it; 406 when neither is acceptable. An empty header asks for nothing. */
export function formatIn(accept: string | undefined): 'json' | 'csv' {
  const weights = preferencesIn(accept?.trim() || '*/*');
  const weightOf = (...types: readonly string[]) =>
    types
      .map((type) => weights.find((one) => one.wanted === type)?.weight)
      .find((weight) => weight !== undefined) ?? 0;
  const json = weightOf('application/json', 'application/*', '*/*');
  const csv = weightOf('text/csv', 'text/*', '*/*');
  if (json <= 0 && csv <= 0) {
    throw new Problem('not-acceptable');
  }
  return csv > json ? 'csv' : 'json';
}
