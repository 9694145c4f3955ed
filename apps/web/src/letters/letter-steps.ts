import type { Case } from '../cases/case.js';

type Of = Pick<Case, 'decisionId'> & {
  readonly letters: readonly Pick<Case['letters'][number], 'letterId' | 'decisionId' | 'dispatches'>[];
};

/** A letter goes out, arrives or comes back; one that came back goes out again. One about a decision that was amended does not. */
export const stepsOfLetters = ({ letters, decisionId: inForce }: Of) =>
  letters.flatMap(({ letterId, decisionId, dispatches }) => {
    const waiting = dispatches.filter(
      ({ deliveredOn, returnedOn }) => deliveredOn === null && returnedOn === null,
    );
    const isUnderWay = dispatches.some(({ returnedOn }) => returnedOn === null);
    const isOutdated = decisionId !== null && decisionId !== inForce;
    const dispatch = {
      operation: 'Letters_dispatch',
      about: letterId,
      params: { letterId },
      preset: { channel: 'LETTER' },
    } as const;
    return [
      ...(isUnderWay || isOutdated ? [] : [dispatch]),
      ...waiting.flatMap(({ dispatchId }) => {
        const beside = { about: `${letterId} ${dispatchId}`, params: { letterId, dispatchId } } as const;
        return [
          { ...beside, operation: 'Letters_delivered' } as const,
          { ...beside, operation: 'Letters_returned' } as const,
        ];
      }),
    ];
  });
