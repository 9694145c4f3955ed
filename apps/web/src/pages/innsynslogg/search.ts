import { getRouteApi } from '@tanstack/react-router';
import type { Day } from '../../dates/dates.js';
import { dayIn, idIn, oneOf, onlyTold } from '../../ui/register/address.js';

export const outcomes = ['SHOWN', 'REFUSED', 'NOT_FOUND'] as const;

/** What of the access log is shown. */
export interface AccessLogSearch {
  /** Whose data. */
  readonly person?: string;
  readonly sak?: string;
  /** Who read. */
  readonly leser?: string;
  readonly utfall?: (typeof outcomes)[number];
  readonly fra?: Day;
  readonly til?: Day;
}

/** What of an address is understood; the rest is left out. */
export const accessLogSearch = (search: Record<string, unknown>): AccessLogSearch =>
  onlyTold({
    person: idIn(search['person']),
    sak: idIn(search['sak']),
    leser: idIn(search['leser']),
    utfall: oneOf(outcomes, search['utfall']),
    fra: dayIn(search['fra']),
    til: dayIn(search['til']),
  });

/** The same as the API is asked for it. */
export const accessLogQuery = ({ person, sak, leser, utfall, fra, til }: AccessLogSearch) =>
  onlyTold({ subjectId: person, caseId: sak, readerId: leser, outcome: utfall, from: fra, to: til });

export const accessLogRoute = getRouteApi('/inside/innsynslogg');
