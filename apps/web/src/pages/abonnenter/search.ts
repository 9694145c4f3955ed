import { getRouteApi } from '@tanstack/react-router';
import { partsSearch } from '../../ui/records/parts-search.js';

export const parts = ['abonnenter', 'mottakere'] as const;
export type Part = (typeof parts)[number];
export const subscribersSearch = partsSearch(parts);
export const subscribersRoute = getRouteApi('/inside/abonnenter');
