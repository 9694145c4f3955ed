import { getRouteApi } from '@tanstack/react-router';
import { partsSearch } from '../../ui/records/parts-search.js';

export const parts = ['tjenester', 'samarbeid', 'kontakt'] as const;
export type Part = (typeof parts)[number];
export const servicesSearch = partsSearch(parts);
export const servicesRoute = getRouteApi('/inside/tjenester');
