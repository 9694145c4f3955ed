import { Problem } from '../problems/problem.js';
import { preferencesIn } from './preferences.js';

export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof mediaTypes;

/** What is wanted most of what is offered, the first of equals; 406 where nothing of it is. An empty header asks for nothing. */
export function formatIn<F extends Format>(accept: string | undefined, offered: readonly F[]): F {
  const weights = preferencesIn(accept?.trim() || '*/*');
  const weightOf = (type: string) =>
    [type, `${type.split('/')[0]}/*`, '*/*']
      .map((range) => weights.find((one) => one.wanted === range)?.weight)
      .find((weight) => weight !== undefined) ?? 0;
  const [best] = offered
    .map((format) => ({ format, weight: weightOf(mediaTypes[format]) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  if (best === undefined) {
    throw new Problem('not-acceptable', {
      values: { types: offered.map((format) => mediaTypes[format]).join(', ') },
    });
  }
  return best.format;
}
