import type { Figures } from '../figures/index.js';
import type { PublicationRules } from '../rules.js';
import { coupled, type Known } from './coupled.js';
import type { Edition } from './edition.js';
import { publicationNames } from './names.js';
import { levelOf } from './policy.js';
import { type Table, tabled } from './tables.js';

export interface Publishing extends Omit<Known, 'figures'> {
  readonly publication: PublicationRules;
}

/**
 * The forum edition of figures by a version of the publication rules: of each table on its closed list whose level it is, nothing from which a count of
 * fewer than five could be told, also by who has read all `earlier` editions, oldest first.
 */
export function published(figures: Figures, { publication, ...known }: Publishing): Edition {
  const { level, policy } = known;
  const name = publicationNames[publication];
  const all = { ...tabled(figures, policy, name), ...coupled({ figures, ...known }) };
  const chosen = Object.keys(all).filter((name) => levelOf(policy, name) === level);
  return {
    edition: 'FORUM',
    format: 1,
    level,
    municipality: figures.municipality,
    period: figures.period,
    publication: name,
    rules: figures.rules,
    statusOn: figures.statusOn,
    tables: Object.fromEntries(chosen.map((name) => [name, all[name] as Table])),
  };
}
