import { Problem } from '../problems/problem.js';

/** JSON unless CSV is asked for above it; 406 when neither is acceptable. An empty header asks for nothing. */
export function formatIn(accept: string | undefined): 'json' | 'csv' {
  const weights = (accept?.trim() || '*/*').split(',').map((range) => {
    const [type = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { type, weight: weight === undefined ? 1 : Number(weight) };
  });
  const weightOf = (...types: readonly string[]) =>
    types
      .map((type) => weights.find((one) => one.type === type)?.weight)
      .find((weight) => weight !== undefined) ?? 0;
  const json = weightOf('application/json', 'application/*', '*/*');
  const csv = weightOf('text/csv', 'text/*', '*/*');
  if (json <= 0 && csv <= 0) {
    throw new Problem(
      'not-acceptable',
      'The trail can be had as application/json or text/csv. Name one of them in Accept.',
    );
  }
  return csv > json ? 'csv' : 'json';
}
