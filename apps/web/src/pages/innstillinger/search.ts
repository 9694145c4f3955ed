import { getRouteApi } from '@tanstack/react-router';
import { partsSearch } from '../../ui/records/parts-search.js';

/** What is set, in the order in which it stands in the menu. */
export const parts = [
  'kommunen',
  'enheter',
  'ansatte',
  'delegering',
  'kontaktkort',
  'oppbevaring',
  'regler',
  'kodelister',
] as const;
export type Part = (typeof parts)[number];

export const settingsSearch = partsSearch(parts);

export const settingsRoute = getRouteApi('/inside/innstillinger');
