import { getRouteApi } from '@tanstack/react-router';
import { idIn, oneOf, onlyTold } from '../../ui/register/address.js';

export const statuses = [
  'GROUNDS_ASKED',
  'RECEIVED',
  'ASSESSED',
  'RECONSIDERED',
  'FORWARDED',
  'DECIDED',
  'CHANGED',
  'DISMISSED',
  'WITHDRAWN',
] as const;
export const selections = ['venter', 'ferdige'] as const;

/** What of the complaints is shown. */
export interface ComplaintsSearch {
  /** Those that somebody has to do something about, or those that wait for nothing. */
  readonly vis?: (typeof selections)[number];
  readonly status?: (typeof statuses)[number];
  /** Those of one person, or of one case, as an id. */
  readonly person?: string;
  readonly sak?: string;
}

/** What of an address is understood; the rest is left out. */
export const complaintsSearch = (search: Record<string, unknown>): ComplaintsSearch =>
  onlyTold({
    vis: oneOf(selections, search['vis']),
    status: oneOf(statuses, search['status']),
    person: idIn(search['person']),
    sak: idIn(search['sak']),
  });

/** The same as the API is asked for it. */
export const complaintQuery = ({ vis, status, person, sak }: ComplaintsSearch) =>
  onlyTold({
    open: vis === undefined ? undefined : vis === 'venter',
    status,
    subjectId: person,
    caseId: sak,
  });

export const complaintsRoute = getRouteApi('/inside/klager');
