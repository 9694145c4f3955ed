import { hasDoubles } from '#event-sourcing/doubles';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import type { ItemCode } from '#vocabulary';
import { criteria, type Criterion, type Outcome } from '../codes.js';
import { conditionsAnswered, conditionsOf, type Met, unmetOf } from '../conditions.js';

export const criteriaRefusals = refusals('casework', {
  'criterion-twice': [
    'A decision assesses each criterion once.',
    'En avgjørelse vurderer hvert vilkår én gang.',
    'Ei avgjerd vurderer kvart vilkår éin gong.',
  ],
  'criterion-not-assessed': [
    'A decision assesses every condition of what it answers, each by itself. Missing: {missing}.',
    'En avgjørelse vurderer hvert av vilkårene for det som det svares på. Mangler: {missing}.',
    'Ei avgjerd vurderer kvart av vilkåra for det som det blir svart på. Manglar: {missing}.',
  ],
  'reason-missing.criterion': [
    'An item that is granted although a criterion is not met needs a reason.',
    'Det som innvilges selv om et vilkår ikke er oppfylt, trenger en begrunnelse.',
    'Det som blir innvilga sjølv om eit vilkår ikkje er oppfylt, treng ei grunngiving.',
  ],
});
const { refuseIf } = criteriaRefusals;

interface Answered {
  readonly item: ItemCode;
  readonly outcome: Outcome;
  readonly reason?: unknown;
}

export const assessesEachOnce = (assessed: readonly Criterion[]) =>
  refuseIf(hasDoubles(assessed), 'criterion-twice');

const refuseMissing = (needed: readonly Criterion[], assessed: readonly Criterion[]) => {
  const missing = [...new Set(needed)].filter((one) => !assessed.includes(one));
  refuseIf(missing.length > 0, 'criterion-not-assessed', { missing: wordsOf(criteria, ...missing) });
};

/** An answer on what the law gives a right to takes its conditions; of a decision that was recorded before, also those that were asked for then. */
export const assessesWhatIsNeeded = (
  answers: readonly Answered[],
  day: string,
  assessed: readonly Criterion[],
): void =>
  refuseMissing(
    answers.flatMap(({ item }) => conditionsAnswered(item, day, assessed)),
    assessed,
  );

/** A new answer takes the conditions that the law has for it on that day: a child coordinator its own (hol § 7-2 a). */
export const assessesItsOwn = (
  answers: readonly Answered[],
  day: string,
  assessed: readonly Criterion[],
): void =>
  refuseMissing(
    answers.flatMap(({ item }) => conditionsOf(item, day)),
    assessed,
  );

export const givesReasonForUnmet = (answers: readonly Answered[], day: string, met: Met): void =>
  refuseIf(
    answers.some(({ item, reason }) => reason === undefined && unmetOf(item, day, met).length > 0),
    'reason-missing.criterion',
  );
