import type { CodeIn } from '#event-sourcing/codes';
import type { boardRoles } from './codes.js';

/** A seat on the board, from the first day to the last. */
export interface Seat {
  readonly memberId: string;
  readonly partyId: string;
  readonly role: CodeIn<typeof boardRoles>;
  readonly validFrom: string;
  /** Undefined while no end is known. */
  readonly validUntil: string | undefined;
}
export interface Board {
  readonly seats: readonly Seat[];
  readonly quorums: readonly { readonly quorum: number; readonly validFrom: string }[];
}

export const initialState: Board = { seats: [], quorums: [] };

export const holdsOn = ({ validFrom, validUntil }: Seat, day: string) =>
  validFrom <= day && (validUntil === undefined || day <= validUntil);

/** Who sits on it on a day, substitutes too, and how many it takes to decide: the number set last of those that hold then. */
export function boardOn({ seats, quorums }: Board, day: string) {
  const known = quorums.filter(({ validFrom }) => validFrom <= day);
  return {
    members: seats.filter((seat) => holdsOn(seat, day)).map(({ partyId }) => partyId),
    quorum: known.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)).at(-1)?.quorum,
  };
}
