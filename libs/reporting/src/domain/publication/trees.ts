import type { Tree } from './slicing.js';

/** How codes are merged where cells are small: fixed with the rules, so that it never follows from the numbers. Units have the municipality's own. */
export const trees = {
  age: [
    [['0-5', '6-12'], '13-17'],
    [['18-24', ['25-66', 'UNKNOWN']], '67+'],
  ],
  reason: [
    [['OWN_WISH', 'NEED_CEASED'], 'TURNED_18'],
    [
      ['MOVED', 'TRANSFERRED'],
      ['DECEASED', 'OTHER'],
    ],
  ],
  item: ['INDIVIDUAL_PLAN', [['COORDINATOR', 'CHILD_COORDINATOR'], 'GROUP']],
  outcome: [['GRANTED', 'PARTLY'], 'REFUSED'],
  source: [['SUBJECT', ['REPRESENTATIVE', 'EMPLOYEE']], 'GUARDIAN'],
  notifier: [
    ['EMPLOYEE', 'SPECIALIST_SERVICE'],
    ['NEXT_OF_KIN', 'OTHER'],
  ],
  report: [
    ['CONFIRMED', 'IMPORTED'],
    ['REPORTED_UP_TO_DATE', ['REPORTED_SILENT', 'REPORTED_INCOMPLETE']],
  ],
  review: ['OVERDUE', ['NOT_DUE', 'NO_DATE']],
  recency: [
    ['0-6', '7-12'],
    ['OVER_12', 'NEVER'],
  ],
  coordinated: ['CHILD', 'ORDINARY_ONLY'],
  appointed: ['TEMPORARY', ['ORDINARY', 'CHILD']],
  wish: ['NO_WISH', ['YES', 'NO']],
  caseload: ['1-2', ['3-5', ['6-9', '10+']]],
  yesOrNo: ['YES', 'NO'],
  state: ['MET', ['MISSED', 'LAPSED']],
  cause: ['NEVER', 'LEFT'],
  governor: [
    ['MEDHOLD', 'DELVIS'],
    [['IKKE', 'AVVIST'], 'OPPHEVET'],
  ],
  reconsidered: ['CHANGED', 'UPHELD'],
  content: [
    ['BY_PERSON', 'BY_OTHER'],
    [['NOT_APPROVED', 'ON_PAPER'], 'NONE'],
  ],
  voice: [['OWN', 'TOLD'], 'NONE'],
  ageAtMeeting: [
    ['0-11', '12-17'],
    ['18+', 'UNKNOWN'],
  ],
  heard: ['TOOK_PART', ['NOT', ['HEARD', 'BY_GUARDIAN']]],
  prepared: ['YES', ['NO', 'DECLINED']],
  involvement: [['PRESENT', 'INFORMED'], 'DECLINED'],
  promise: [
    ['KEPT', 'KEPT_LATE'],
    ['OPEN', ['NOT_KEPT', 'RELEASED']],
  ],
  clearance: [['GRANTED', 'DECLINED'], 'WAITING'],
  amount: [['UNDER_50K', '50K_250K'], 'OVER_250K'],
} as const satisfies Readonly<Record<string, Tree>>;
