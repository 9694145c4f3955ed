import { getRouteApi } from '@tanstack/react-router';
import type { Day } from '../../dates/dates.js';
import { dayIn, oneOf, onlyTold } from '../../ui/register/address.js';

export const standings = ['DUE', 'OVERDUE', 'MET', 'MISSED', 'EXPIRED', 'LIFTED'] as const;
export const rules = ['PRELIM_REPLY', 'DECISION_TIME', 'COMPLAINT_PBRL', 'COMPLAINT_FVL'] as const;

/** What of the deadlines is shown. */
export interface DeadlinesSearch {
  readonly status?: (typeof standings)[number];
  readonly gjelder?: (typeof rules)[number];
  readonly til?: Day;
  /** Those of one's own cases. */
  readonly mine?: 'ja';
}

/** What of an address is understood; the rest is left out. */
export const deadlinesSearch = (search: Record<string, unknown>): DeadlinesSearch =>
  onlyTold({
    status: oneOf(standings, search['status']),
    gjelder: oneOf(rules, search['gjelder']),
    til: dayIn(search['til']),
    mine: oneOf(['ja'], search['mine']),
  });

/** The same as the API is asked for it. */
export const deadlineQuery = ({ status, gjelder, til, mine }: DeadlinesSearch) =>
  onlyTold({ standing: status, rule: gjelder, dueTo: til, mine: mine === 'ja' || undefined });

export const deadlinesRoute = getRouteApi('/inside/frister');
