/** What decisions look at of an enquiry that was received. */
export interface Received {
  readonly status: 'received';
  readonly receivedOn: string;
  /** Cases that came of it: of siblings there may be several. */
  readonly caseIds: readonly string[];
  /** Undefined while somebody may still have to do something about it. */
  readonly closedOn: string | undefined;
}
export type Enquiry = { readonly status: 'absent' } | Received;

export const initialState: Enquiry = { status: 'absent' };
