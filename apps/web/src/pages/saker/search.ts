import { getRouteApi } from '@tanstack/react-router';
import type { Day } from '../../dates/dates.js';
import { codeIn, dayIn, idIn, oneOf, onlyTold, someOf } from '../../ui/register/address.js';

export const lists = ['saker', 'henvendelser', 'registrert'] as const;
export type ListName = (typeof lists)[number];

export const selections = ['uten-avgjorelse', 'over-fristen', 'ikke-klageklar', 'klageklar'] as const;
export const items = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'] as const;
export const gaps = [
  'ANSWER_MISSING',
  'LATE_WITHOUT_REPLY',
  'DEADLINE_UNEXPLAINED',
  'DISPATCH_UNPROVEN',
  'CRITERION_WITHOUT_REASON',
  'OUTCOME_WITHOUT_REASON',
  'LEGAL_BASIS_MISSING',
  'COMPLAINT_RIGHT_NOT_TOLD',
  'DELEGATION_MISSING',
  'MAPPING_MISSING',
  'RECOMMENDATION_MISSING',
  'WISH_NOT_ASKED',
  'PERSON_NOT_HEARD',
  'CHILD_NOT_HEARD',
  'DISQUALIFICATION_UNANSWERED',
  'PLAN_NOT_ATTACHED',
] as const;
export const statuses = [
  'NEED_NOTIFIED',
  'DECLINED_BY_SUBJECT',
  'APPLICATION_RECEIVED',
  'MAPPING_ASSIGNED',
  'MAPPED',
  'MEETING_CONVENED',
  'DECIDED_NOT_NOTIFIED',
  'NOTIFIED',
  'SET_ASIDE',
  'WITHDRAWN',
  'CLOSED',
] as const;

/** What of the cases and enquiries is shown: what a colleague sees who is sent the address. */
export interface CasesSearch {
  readonly liste?: ListName;
  readonly vis?: (typeof selections)[number];
  /** Statuses, parted by full stops. */
  readonly status?: string;
  /** What the county governor would miss. */
  readonly savnes?: (typeof gaps)[number];
  /** Not those that are closed or withdrawn. */
  readonly apne?: 'ja';
  readonly gjelder?: (typeof items)[number];
  readonly fra?: Day;
  readonly til?: Day;
  /** The party whose cases they are, as an id. */
  readonly saksbehandler?: string;
  /** The newest stand above unless told. */
  readonly orden?: 'eldste';
  /** By which unit a case is counted, or which is to answer an enquiry, as a code. */
  readonly enhet?: string;
  readonly svar?: 'venter';
}

/** What of an address is understood; the rest is left out. */
export const casesSearch = (search: Record<string, unknown>): CasesSearch =>
  onlyTold({
    liste: oneOf(lists, search['liste']),
    vis: oneOf(selections, search['vis']),
    status: someOf(statuses, search['status']).join('.') || undefined,
    savnes: oneOf(gaps, search['savnes']),
    apne: oneOf(['ja'], search['apne']),
    gjelder: oneOf(items, search['gjelder']),
    fra: dayIn(search['fra']),
    til: dayIn(search['til']),
    saksbehandler: idIn(search['saksbehandler']),
    orden: oneOf(['eldste'], search['orden']),
    enhet: codeIn(search['enhet']),
    svar: oneOf(['venter'], search['svar']),
  });

/** The same as the API is asked for it. */
export const caseQuery = ({
  vis,
  savnes,
  apne,
  status,
  gjelder,
  fra,
  til,
  saksbehandler,
  enhet,
  orden,
}: CasesSearch) =>
  onlyTold({
    withoutDecision: vis === 'uten-avgjorelse' || undefined,
    overdue: vis === 'over-fristen' || undefined,
    lacking: vis === 'ikke-klageklar' || (vis === 'klageklar' ? false : undefined),
    status: status === undefined ? undefined : [...someOf(statuses, status)],
    gap: savnes,
    unit: enhet,
    open: apne === 'ja' || undefined,
    item: gjelder,
    receivedFrom: fra,
    receivedTo: til,
    caseworkerId: saksbehandler,
    oldestFirst: orden === 'eldste' || undefined,
  });

export const enquiryQuery = ({ enhet, svar }: CasesSearch) =>
  onlyTold({ unit: enhet, open: svar === 'venter' || undefined });

export const casesRoute = getRouteApi('/inside/saker');
