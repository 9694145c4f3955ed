import { getRouteApi } from '@tanstack/react-router';
import { partsSearch } from '../../ui/records/parts-search.js';

/** What the unit keeps of its own work, in the order in which it stands in the menu. */
export const parts = [
  'matrise',
  'opplaering',
  'kurs',
  'plan',
  'dokumenter',
  'samarbeid',
  'brukere',
  'materiell',
  'lovverk',
] as const;
export type Part = (typeof parts)[number];
export const competenceSearch = partsSearch(parts);
export const competenceRoute = getRouteApi('/inside/kompetanse');
