import { getRouteApi } from '@tanstack/react-router';
import { asOfIn, type AsOfSearch } from '../../as-of/clock.js';
import { onlyTold } from '../../ui/register/address.js';

/** Which step of the case stands open, or as of which day it is shown. */
export interface CaseSearch extends AsOfSearch {
  readonly steg?: string;
}

/** What of an address is understood: as of a day, no step is open. */
export function caseSearch(given: Record<string, unknown>): CaseSearch {
  const { dag, klokke } = asOfIn(given);
  if (dag !== undefined) return onlyTold({ dag, klokke });
  const { steg } = given;
  return typeof steg === 'string' ? { steg } : {};
}

export const caseRoute = getRouteApi('/inside/sak/$caseId');
