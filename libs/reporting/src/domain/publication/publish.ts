import type { Figures } from '../figures/index.js';
import { coupled, type Known } from './coupled.js';
import type { Edition } from './edition.js';
import { type Level, levelOf, type PublicationPolicy } from './policy.js';
import { type Table, tabled } from './tables.js';

/**
 * The forum edition of figures by publication rules PUB-1: of each table on the closed list whose level it is, nothing from which a count of fewer than
 * five could be told, also by who has read all `earlier` editions, oldest first.
 */
export function published(
  figures: Figures,
  level: Level,
  policy: PublicationPolicy,
  earlier: readonly Edition[],
): Edition {
  const known: Known = { figures, level, policy, earlier };
  const all = { ...tabled(figures, policy), ...coupled(known) };
  const chosen = Object.keys(all).filter((name) => levelOf(policy, name) === level);
  return {
    edition: 'FORUM',
    format: 1,
    level,
    municipality: figures.municipality,
    period: figures.period,
    publication: 'PUB-1',
    rules: figures.rules,
    statusOn: figures.statusOn,
    tables: Object.fromEntries(chosen.map((name) => [name, all[name] as Table])),
  };
}
