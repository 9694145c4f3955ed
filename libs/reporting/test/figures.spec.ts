import { counted, type Happened } from './lines.testing.js';

const person = { person: 'P1' };
const registered: Happened = ['2024-01-02', 'SubjectRegistered', { ...person, birthYear: 1980 }];
const applied: Happened = [
  '2024-02-01',
  'ApplicationReceived',
  { ...person, case: 'K1', applicantRole: 'SUBJECT', items: ['INDIVIDUAL_PLAN'] },
];
const decided = (day: string, outcome = 'GRANTED'): Happened => [
  day,
  'DecisionMade',
  { ...person, case: 'K1', items: [{ item: 'INDIVIDUAL_PLAN', outcome }] },
];
const appointed = (day: string, said: object = {}): Happened => [
  day,
  'CoordinatorAppointed',
  {
    ...person,
    appointment: 'A1',
    case: 'K1',
    coordKind: 'ORDINARY',
    coordinator: 'C1',
    unit: 'SCHOOL',
    ...said,
  },
];
const released = (day: string, reason: string): Happened => [
  day,
  'CoordinatorReleased',
  { ...person, appointment: 'A1', reason },
];
const started = (day: string, said: object = {}): Happened => [
  day,
  'PlanStarted',
  { ...person, plan: 'L1', ...said },
];
const closed = (day: string, reason = 'OTHER'): Happened => [
  day,
  'PlanClosed',
  { ...person, plan: 'L1', reason },
];
const reported = (day: string, said: object = {}): Happened => [
  day,
  'PlanReportedByUnit',
  { ...person, plan: 'L1', unit: 'SCHOOL', ...said },
];

/** Some figures of a year, as `P1` or `P1.AGE.0-5`. */
const some = (happened: readonly Happened[], ...names: readonly string[]) => {
  const { figures } = counted([registered, ...happened]);
  return names.map((name) => {
    const [id = '', dimension, code = ''] = name.split('.');
    const figure = figures[id] as Readonly<Record<string, unknown>>;
    if (dimension === undefined) return figure['value'];
    const by = figure['by'] as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
    return code === '' ? figure[dimension] : by?.[dimension]?.[code];
  });
};

describe('figures by the end of a day', () => {
  it.each<[string, readonly Happened[], readonly string[], readonly unknown[]]>([
    [
      'leave out a plan that was closed that day',
      [started('2024-03-01'), closed('2024-12-31')],
      ['P1', 'P4'],
      [0, 1],
    ],
    ['have a plan that began that day', [started('2024-12-31')], ['P1', 'P3'], [1, 1]],
    ['are silent of what is to come', [started('2025-01-01')], ['P1', 'P3'], [0, 0]],
    [
      'count what a unit reported from the day on which it began',
      [reported('2025-01-20', { planSince: '2024-05-01' })],
      ['P1', 'P3', 'P1.REPORT.REPORTED_INCOMPLETE'],
      [1, 1, 1],
    ],
    [
      'know when a unit has said nothing for twelve months',
      [reported('2023-12-31', { coordinator: 'C1', leaderRole: 'UNIT_LEADER' })],
      ['R3', 'P1.REPORT.REPORTED_SILENT', 'C1'],
      [1, 1, 1],
    ],
    [
      'believe a unit that said so twelve months ago',
      [reported('2024-01-01', { coordinator: 'C1', leaderRole: 'UNIT_LEADER' })],
      ['R3', 'P1.REPORT.REPORTED_UP_TO_DATE'],
      [0, 1],
    ],
    [
      'end a plan as it was told where the unit closed nothing',
      [
        reported('2024-02-01'),
        ['2024-06-01', 'PlanClosureReportedToKe', { ...person, plan: 'L1', reason: 'MOVED' }],
      ],
      ['P1', 'P4.REASON.MOVED'],
      [0, 1],
    ],
    [
      'end a plan that is transferred',
      [started('2024-02-01'), ['2024-06-01', 'PlanTransferred', { ...person, plan: 'L1' }]],
      ['P1', 'P4.REASON.TRANSFERRED'],
      [0, 1],
    ],
    [
      'go by the closing where both are told',
      [
        started('2024-02-01'),
        ['2024-06-01', 'PlanClosureReportedToKe', { ...person, plan: 'L1', reason: 'MOVED' }],
        closed('2024-07-01', 'OWN_WISH'),
      ],
      ['P4', 'P4.REASON.OWN_WISH'],
      [1, 1],
    ],
    [
      'forget a day of review that the latest review does not name',
      [
        started('2024-02-01', { nextReviewOn: '2024-08-01' }),
        ['2024-07-01', 'PlanReviewed', { ...person, plan: 'L1' }],
      ],
      ['P5', 'P6.REVIEW.NO_DATE', 'P6.RECENCY.0-6'],
      [0, 1, 1],
    ],
    [
      'hold a review overdue only once its day is over',
      [started('2024-02-01', { nextReviewOn: '2024-12-31' })],
      ['P5', 'P6.REVIEW.NOT_DUE'],
      [0, 1],
    ],
    [
      'never count who was released before beginning',
      [appointed('2024-03-01'), released('2024-03-01', 'OTHER')],
      ['C1', 'C5'],
      [0, 0],
    ],
    [
      'leave out who was released that day',
      [appointed('2024-03-01'), released('2024-12-31', 'OTHER')],
      ['C1', 'C5', 'G2'],
      [0, 1, 1],
    ],
    [
      'miss nobody where the need has ceased',
      [appointed('2024-03-01'), released('2024-06-01', 'NEED_CEASED')],
      ['G1', 'G2'],
      [0, 0],
    ],
    ['miss a coordinator after a grant', [applied, decided('2024-03-01')], ['G1', 'G1.max'], [1, 305]],
    ['miss nobody after a refusal', [applied, decided('2024-03-01', 'REFUSED')], ['G1', 'G2'], [0, 0]],
    [
      'miss nobody who moved away',
      [applied, decided('2024-03-01'), ['2024-04-01', 'SubjectMoved', person]],
      ['G1', 'G2'],
      [0, 0],
    ],
    [
      'miss one where a plan runs on after the need was said to have ceased',
      [appointed('2024-03-01'), started('2024-03-01'), released('2024-12-01', 'NEED_CEASED')],
      ['G2', 'G2.max'],
      [1, 30],
    ],
    [
      'count an answer before the receipt, typed in odd order, apart',
      [['2024-02-03', 'ApplicationReceived', applied[2]!], decided('2024-02-01')],
      ['D2.n', 'D2.excluded', 'A3'],
      [0, 1, 1],
    ],
    [
      'begin a new round with a reopening of the same day as the answer',
      [applied, decided('2024-03-01'), ['2024-03-01', 'CaseReopened', { case: 'K1' }]],
      ['A7', 'D2.n', 'A3'],
      [1, 1, 1],
    ],
    [
      'count a further decision of the same round nowhere',
      [applied, decided('2024-03-01'), decided('2024-04-01')],
      ['A3', 'D2.n'],
      [1, 1],
    ],
    [
      'take a stand-in for no answer to how long it took',
      [
        applied,
        decided('2024-03-01'),
        appointed('2024-03-05', { temporary: true }),
        appointed('2024-04-01', { appointment: 'A2', coordinator: 'C2' }),
      ],
      ['D3.n', 'D3.median', 'C4'],
      [1, 31, 0],
    ],
    [
      'leave out how long it took where somebody was there already',
      [
        appointed('2024-01-10', { case: undefined }),
        applied,
        decided('2024-03-01'),
        appointed('2024-04-01', { appointment: 'A2', coordinator: 'C2' }),
      ],
      ['D3.n', 'D3.excluded'],
      [0, 1],
    ],
    [
      'let a withdrawal lapse a deadline, and an answer on its day meet it',
      [
        applied,
        ['2024-02-01', 'DeadlineSet', { case: 'K1', ruleId: 'DECISION_TIME', dueOn: '2024-03-01' }],
        ['2024-02-01', 'DeadlineSet', { case: 'K1', ruleId: 'PRELIM_REPLY', dueOn: '2024-03-01' }],
        ['2024-03-01', 'PreliminaryReplySent', { case: 'K1' }],
        ['2024-03-01', 'ApplicationWithdrawn', { case: 'K1' }],
      ],
      ['D4.RULE_STATE.DECISION_TIME:LAPSED', 'D4.RULE_STATE.PRELIM_REPLY:MET', 'A4'],
      [1, 1, 1],
    ],
    [
      'take the deadline that was set last, also backwards',
      [
        applied,
        ['2024-02-01', 'DeadlineSet', { case: 'K1', ruleId: 'DECISION_TIME', dueOn: '2025-01-10' }],
        ['2024-02-02', 'DeadlineSet', { case: 'K1', ruleId: 'DECISION_TIME', dueOn: '2024-12-31' }],
      ],
      ['D4', 'D4.RULE_STATE.DECISION_TIME:MISSED'],
      [1, 1],
    ],
    [
      'ask for no plan of who said no last',
      [started('2024-02-01'), closed('2024-05-01', 'OWN_WISH'), ['2024-05-01', 'PlanDeclined', person]],
      ['N1', 'N1.STATUS.DECLINED', 'P9'],
      [1, 1, 1],
    ],
    [
      'tell of a person with a protected address in no unit',
      [
        ['2024-01-03', 'SubjectRegistered', { ...person, birthYear: 1980, protectedAddress: true }],
        appointed('2024-03-01'),
      ],
      ['C1.UNIT.NOT_STATED', 'C1.UNIT.SCHOOL'],
      [1, 0],
    ],
  ])('%s', (_, happened, names, values) => expect(some(happened, ...names)).toEqual(values));

  it('count a child that is not born among the youngest, and somebody of unknown birth apart', () => {
    const unborn: Happened[] = [
      ['2024-01-02', 'UnbornChildRegistered', person],
      started('2024-02-01'),
      ['2024-01-02', 'SubjectRegistered', { person: 'P2' }],
      ['2024-02-01', 'PlanStarted', { person: 'P2', plan: 'L2' }],
    ];
    const { P1, Q1 } = counted(unborn).figures;
    expect(P1).toMatchObject({ by: { AGE: { '0-5': 1, UNKNOWN: 1 } } });
    expect(Q1).toEqual({ value: 1 });
  });

  it('read a person who was registered twice as one, also before that was known', () => {
    const twice: Happened[] = [
      registered,
      started('2024-02-01'),
      ['2024-03-01', 'SubjectRegistered', { person: 'P2', birthYear: 2020 }],
      ['2024-03-02', 'PlanStarted', { person: 'P2', plan: 'L2' }],
      ['2025-06-01', 'SubjectsMerged', { person: 'P2', into: 'P1' }],
    ];
    expect(counted(twice, 2024, '2025-05-31').figures['P1']).toMatchObject({ value: 2 });
    expect(counted(twice).figures).toMatchObject({ P1: { value: 1 }, P3: { value: 2 }, Q2: { value: 1 } });
  });
});
