import type { Check } from './check.js';

/** What follows the decision. */
export const planChecks: readonly Check[] = [
  {
    code: 'PLAN_NOT_ATTACHED',
    legalBasis: 'hol. § 7-1; fvl. § 33',
    sentence: [
      'Det er laget en plan, men den ligger ikke blant dokumentene. Statsforvalteren skal ha planen slik den var.',
      'Det er laga ein plan, men han ligg ikkje blant dokumenta. Statsforvaltaren skal ha planen slik han var.',
    ],
    toCome: ['Planen skal legges ved.', 'Planen skal leggjast ved.'],
    mend: { step: 'DocumentFiled', by: 'COORDINATOR' },
    find: ({ grantedOn, outcomes }, { notifiedOn }) =>
      grantedOn !== null &&
      notifiedOn !== undefined &&
      outcomes.some(({ item, outcome }) => item === 'INDIVIDUAL_PLAN' && outcome !== 'REFUSED')
        ? { from: notifiedOn, where: 'PLAN_UNFILED' }
        : undefined,
  },
];
