/** What a decision, or a recommendation before it, says where all that was applied for is granted. */
export const granting = (
  items: readonly string[],
  [longTerm, coordinated]: readonly [longTerm: string, coordinated: string],
) => ({
  items: items.map((item) => ({ item, outcome: 'GRANTED' })),
  criteria: [
    { criterion: 'LONG_TERM', met: true, reason: longTerm },
    { criterion: 'COORDINATED', met: true, reason: coordinated },
  ],
});

/** Consent to all that is done for a person. */
export const everyScope = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
