import type { Told } from './row.js';

type Letters = Told['letters'];
type Letter = Letters[number];

/** An answer's letter is waited for as the answer. */
export const withIssued = (
  before: Letters,
  { letterId, matter, recipient }: Omit<Letter, 'returned'>,
): Letters => (matter === 'DECISION' ? before : [...before, { letterId, matter, recipient, returned: null }]);

export const withReturned = (before: Letters, letterId: string, returned: Letter['returned']): Letters =>
  before.map((one) => (one.letterId === letterId ? { ...one, returned } : one));

/** Sent again, or another about the same to the same: what came back before it waits no more. */
export function sentAgain(before: Letters, letterId: string): Letters {
  const sent = before.find((one) => one.letterId === letterId);
  return before.map((one) =>
    one.matter === sent?.matter && one.recipient === sent.recipient ? { ...one, returned: null } : one,
  );
}

/** The one that came back first, and was not sent again; what had come back when the case ended waits no more. */
export function returnedLetter({
  letters,
  closed_on,
  withdrawn_on,
}: Pick<Told, 'letters' | 'closed_on' | 'withdrawn_on'>) {
  const endedOn = closed_on ?? withdrawn_on ?? '';
  const [first] = letters
    .flatMap(({ letterId, returned }) => (returned === null ? [] : [{ letterId, ...returned }]))
    .filter(({ on }) => on > endedOn)
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.letterId.localeCompare(other.letterId));
  return {
    letter_since: first?.on ?? null,
    letter_id: first?.letterId ?? null,
    letter_event: first?.eventId ?? null,
  };
}
