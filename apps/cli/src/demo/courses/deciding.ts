/** What a decision, or a recommendation before it, says. */
export interface Answering {
  readonly items: readonly { readonly item: string; readonly outcome: string; readonly reason?: string }[];
  readonly criteria: readonly {
    readonly criterion: string;
    readonly met: boolean;
    readonly reason: string;
  }[];
}

/** All that was applied for is granted. */
export const granting = (
  items: readonly string[],
  [longTerm, coordinated]: readonly [longTerm: string, coordinated: string],
): Answering => ({
  items: items.map((item) => ({ item, outcome: 'GRANTED' })),
  criteria: [
    { criterion: 'LONG_TERM', met: true, reason: longTerm },
    { criterion: 'COORDINATED', met: true, reason: coordinated },
  ],
});

/** All of it is refused: the need will last, and needs no coordinating. */
export const refusing = (
  items: readonly string[],
  reason: string,
  [longTerm, single]: readonly [longTerm: string, single: string],
): Answering => ({
  items: items.map((item) => ({ item, outcome: 'REFUSED', reason })),
  criteria: [
    { criterion: 'LONG_TERM', met: true, reason: longTerm },
    { criterion: 'COORDINATED', met: false, reason: single },
  ],
});

/** Consent to all that is done for a person. */
export const everyScope = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
