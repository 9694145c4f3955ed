/** The days on which a consent holds; nothing where it has no end. */
interface Held {
  readonly givenOn: string;
  readonly validUntil?: string | null | undefined;
  readonly withdrawnOn?: string | null | undefined;
}

/** Given by then, not run out, and not withdrawn on or before that day. */
export const isLive = ({ givenOn, validUntil, withdrawnOn }: Held, day: string) =>
  givenOn <= day && day <= (validUntil ?? day) && day < (withdrawnOn ?? '9999');
