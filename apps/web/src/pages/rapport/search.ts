import { getRouteApi } from '@tanstack/react-router';
import { partsSearch, type PartsSearch } from '../../ui/records/parts-search.js';

/** What stands on the page, in the order of its menu. */
export const parts = ['rapporter', 'tall', 'status'] as const;
export type Part = (typeof parts)[number];

export interface ReportsSearch extends PartsSearch<Part> {
  /** The period whose figures are shown: its first day, and the day after its last. */
  readonly fra?: string;
  readonly til?: string;
}

const partsOf = partsSearch(parts);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

export const reportsSearch = (search: Record<string, unknown>): ReportsSearch => ({
  ...partsOf(search),
  ...(isDay(search['fra']) && { fra: search['fra'] }),
  ...(isDay(search['til']) && { til: search['til'] }),
});

export interface ReportSearch {
  readonly steg?: string;
  /** The unit's own numbers; else what the forum sees. */
  readonly vis?: 'enheten';
}
export const reportSearch = ({ steg, vis }: Record<string, unknown>): ReportSearch => ({
  ...(typeof steg === 'string' && { steg }),
  ...(vis === 'enheten' && { vis }),
});

export const reportsRoute = getRouteApi('/inside/rapport');
export const reportRoute = getRouteApi('/inside/rapport/$reportId');
