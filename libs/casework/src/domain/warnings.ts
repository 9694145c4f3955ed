import { type CodeIn, codeList } from '#event-sourcing/codes';
import { type Birth, isOfAge, isUnderAge } from '#vocabulary';
import type { Case } from './case.js';

/** What a decision is answered with that it stands in spite of. */
export const decisionWarnings = codeList('decisionWarning', {
  CHILD_NOT_HEARD: ['barnet er ikke hørt', 'barnet er ikkje høyrt'],
});
export type DecisionWarning = CodeIn<typeof decisionWarnings>;

/** A child who may have the age to be heard in its own case, and surely is no adult (barnelova § 31). */
export const warningsOf = (state: Case, birth: Birth, day: string): readonly DecisionWarning[] =>
  state.status !== 'absent' &&
  !state.isHeard &&
  birth !== undefined &&
  !isUnderAge('HEARD', birth, day) &&
  !isOfAge('MAJORITY', birth, day)
    ? ['CHILD_NOT_HEARD']
    : [];
