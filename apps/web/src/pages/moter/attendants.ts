import type { Read } from '../../api/read.js';
import type { Values } from '../../steps/values.js';
import type { Meeting } from './meeting.js';

type Party = Meeting['attendance'][number]['party'];

/** Somebody who may be at a meeting. */
export interface Candidate {
  readonly party: Party;
  readonly unit: string | null;
  readonly isSubstitute: boolean;
}

/** Who is there, as it is recorded. */
export interface Present {
  readonly partyId: string;
  readonly unit?: string;
  readonly substituteFor?: string;
}

/** Who is there as it stands in the form, with the name of whoever was added there. */
export interface Standing extends Present {
  readonly name?: string;
}
export const presentIn = ({ attendance }: Values) => (attendance ?? []) as readonly Standing[];

interface Known {
  readonly meeting: Meeting;
  readonly board: Read<'/v1/board'> | undefined;
  /** The meeting of the same kind before it. */
  readonly before: Meeting | undefined;
}

/** Who is expected: of the board whoever sits on it that day, of the unit whoever leads its meetings, is called in, or was there the last time. */
export function candidatesFor({ meeting, board, before }: Known): readonly Candidate[] {
  const { kind, meetsOn, leader, invitedParties } = meeting;
  if (kind === 'BOARD') {
    return (board?.members ?? [])
      .filter(({ validFrom, validUntil }) => validFrom <= meetsOn && (validUntil ?? meetsOn) >= meetsOn)
      .map(({ party, role }) => ({ party, unit: null, isSubstitute: role === 'SUBSTITUTE' }));
  }
  const expected = [
    ...(leader === null || leader.party === null ? [] : [{ party: leader.party, unit: leader.unit }]),
    ...(before?.attendance ?? []),
    ...invitedParties.map((party) => ({ party, unit: null })),
  ];
  const first = new Map<string, Candidate>();
  for (const { party, unit } of expected) {
    if (!first.has(party.partyId)) first.set(party.partyId, { party, unit, isSubstitute: false });
  }
  return [...first.values()];
}
