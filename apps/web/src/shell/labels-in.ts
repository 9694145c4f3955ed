import type { Read } from '../api/read.js';
import type { Words } from '../i18n/language.js';
import { textOf } from '../ui/opened.js';

/** What codes are called, by the list that they are of. */
export type Labels = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** The lists of codes, with the units and parts in a group that are the municipality's own. */
export function labelsIn(
  { labels }: Pick<Read<'/v1/labels'>, 'labels'>,
  { units, roles }: Pick<Read<'/v1/profile'>, 'units' | 'roles'>,
): Labels {
  return {
    ...labels,
    unit: { ...labels.unit, ...wordsIn(units) },
    memberRole: { ...labels.memberRole, ...wordsIn(roles) },
  };
}

const wordsIn = (own: Read<'/v1/profile'>['units']): Readonly<Record<string, Words>> =>
  Object.fromEntries(own.map(({ code, nb, nn }) => [code, { nb: textOf(nb), nn: textOf(nn) }]));
