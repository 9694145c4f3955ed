/** Somebody to whom it was given. */
export interface Recipient {
  readonly recipientId: string;
  readonly partyId: string;
  readonly consentId: string;
  readonly givenOn: string;
  readonly until: string;
  readonly takenBackOn?: string;
}
/** A printed copy that is out, or was. */
export interface Copy {
  readonly copyId: string;
  readonly handedOutOn: string;
  readonly calledInOn?: string;
}
/** A reading in an emergency. */
export interface Reading {
  readonly readingId: string;
  readonly readerId: string;
  readonly readOn: string;
  readonly toldOn?: string;
  readonly reviewedOn?: string;
}

/** What decisions look at of one person's crisis plan. */
export interface CrisisPlan {
  /** The number of the newest version; 0 before there was any. */
  readonly version: number;
  /** Since when there is one; undefined where there is none, or it was withdrawn. */
  readonly drawnUpOn?: string | undefined;
  /** When it was last written. */
  readonly writtenOn: string;
  readonly recipients: readonly Recipient[];
  readonly copies: readonly Copy[];
  readonly readings: readonly Reading[];
}
export const initialState: CrisisPlan = {
  version: 0,
  writtenOn: '',
  recipients: [],
  copies: [],
  readings: [],
};
