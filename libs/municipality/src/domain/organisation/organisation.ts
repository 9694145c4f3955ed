/** A card that people find the unit by, from a day on. */
export interface ContactCard {
  readonly cardId: string;
  readonly validFrom: string;
}

/** What decisions look at. Each topic has a stream of its own, in which the others stay empty. */
export interface Organisation {
  /** In the order in which they were published. */
  readonly cards: readonly ContactCard[];
}

export const initialState: Organisation = { cards: [] };

/** Of several things that each hold from a day on until the next, the one of that day; of one day's the last. */
export const holdingOn = <T extends { readonly validFrom: string }>(
  all: readonly T[],
  day: string,
): T | undefined =>
  all
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
    .at(-1);
