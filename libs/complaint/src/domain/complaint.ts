import type { Lodging } from '#deadlines';
import type { ItemCode } from '#vocabulary';
import { asksForMore, type ComplaintOutcome, type Reconsideration } from './codes.js';

/** Grounds that were asked for; `given`: when they are taken to have arrived, and whether they were all. */
export interface GroundsAsked {
  readonly requestId: string;
  readonly requestedOn: string;
  readonly given?: { readonly arrivedOn: string; readonly isComplete: boolean };
}

/** What came in, and how, by which it is in time or not. */
export interface Received {
  readonly receivedOn: string;
  readonly lodging: Lodging;
  /** The day that counts: on which it was sent, else came to any office. */
  readonly lodgedOn: string;
  /** Of the decision's; all of them where it names none. */
  readonly items: readonly ItemCode[];
}

/** What more the county governor asked for. */
export interface AskedMore {
  readonly requestId: string;
  readonly requestedOn: string;
  readonly answeredOn?: string;
}

/** What decisions look at of a complaint. It may begin with grounds that are asked for, before anybody has complained. */
export interface Present {
  readonly status: 'present';
  /** The day on which it began. */
  readonly begunOn: string;
  readonly caseId: string | undefined;
  readonly decisionId: string | undefined;
  readonly dismissedComplaintId: string | undefined;
  readonly grounds: readonly GroundsAsked[];
  readonly received: Received | undefined;
  readonly assessed: { readonly outcome: string; readonly assessedOn: string } | undefined;
  readonly reconsidered: { readonly outcome: Reconsideration; readonly reconsideredOn: string } | undefined;
  readonly forwardedOn: string | undefined;
  readonly requests: readonly AskedMore[];
  readonly decided:
    | { readonly outcome: ComplaintOutcome; readonly decidedOn: string; readonly arrivedOn: string }
    | undefined;
  readonly compliedOn: string | undefined;
  readonly withdrawnOn: string | undefined;
}
export type Complaint = { readonly status: 'absent' } | Present;

export const initialState: Complaint = { status: 'absent' };

interface About {
  readonly caseId?: string | undefined;
  readonly decisionId?: string | undefined;
  readonly dismissedComplaintId?: string | undefined;
}

export const begunOn = (day: string, { caseId, decisionId, dismissedComplaintId }: About): Present => ({
  status: 'present',
  begunOn: day,
  caseId,
  decisionId,
  dismissedComplaintId,
  grounds: [],
  received: undefined,
  assessed: undefined,
  reconsidered: undefined,
  forwardedOn: undefined,
  requests: [],
  decided: undefined,
  compliedOn: undefined,
  withdrawnOn: undefined,
});

/** Whether a period to complain runs of what it is about: of a decision, or of a complaint that was dismissed as late. */
export const hasPeriod = ({ decisionId, dismissedComplaintId }: Present): boolean =>
  decisionId !== undefined || dismissedComplaintId !== undefined;

/** The same complaint with this changed; nothing of one that is not there. */
export const changed = (state: Complaint, change: (present: Present) => Partial<Present>): Complaint =>
  state.status === 'absent' ? state : { ...state, ...change(state) };

/** Whether somebody still has to do something about it. Until it is changed as wished, withdrawn, dismissed as late or decided by the county governor it is open (invariant 11). */
export const isOpen = (state: Complaint): boolean =>
  state.status === 'present' &&
  state.received !== undefined &&
  state.withdrawnOn === undefined &&
  state.decided === undefined &&
  state.assessed?.outcome !== 'LATE_REJECTED' &&
  state.reconsidered?.outcome !== 'CHANGED';

/** Whether what it is about must be kept for it: it is open, grounds that were asked for are not given, or what the county governor decided is not complied with. */
export const holds = (state: Complaint): boolean =>
  isOpen(state) ||
  (state.status === 'present' &&
    state.withdrawnOn === undefined &&
    (state.received === undefined
      ? state.grounds.some(({ given }) => given?.isComplete !== true)
      : state.decided !== undefined && asksForMore(state.decided.outcome) && state.compliedOn === undefined));
