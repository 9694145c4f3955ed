import { kept, type OwnDisposal } from '#vocabulary';

/** What decisions look at of an enquiry that was received. */
export interface Received {
  readonly status: 'received';
  readonly receivedOn: string;
  /** Cases that came of it: of siblings there may be several. */
  readonly caseIds: readonly string[];
  /** Undefined while somebody may still have to do something about it. */
  readonly closedOn: string | undefined;
  /** Since when nobody has to do anything more about it; undefined while somebody has. */
  readonly settledOn: string | undefined;
  readonly disposal: OwnDisposal;
}
export type Enquiry = { readonly status: 'absent' } | Received;

/** As it is when it has just come. */
export const receivedOn = (day: string): Received => ({
  status: 'received',
  receivedOn: day,
  caseIds: [],
  closedOn: undefined,
  settledOn: undefined,
  disposal: kept,
});

/** Nobody has to do anything more from that day on; what was closed stays settled since then. */
export const settled = (state: Enquiry, day: string): Enquiry =>
  state.status === 'absent' ? state : { ...state, settledOn: state.closedOn ?? day };

export const initialState: Enquiry = { status: 'absent' };
