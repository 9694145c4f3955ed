import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import {
  answers,
  aure,
  bothMet,
  childMet,
  corrected,
  decided,
  fact,
  intent,
  ofCommand,
  prepared,
} from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const group = [fact.application({ items: ['GROUP'] }), fact.meeting()];
const lateGroup = [fact.application({ items: ['GROUP'], receivedOn: '2026-02-25' }), fact.meeting()];
const assessed = bothMet.map((assessment) => fact.criterion(assessment));
const unmet = bothMet.map((each) => ({ ...each, met: false }));
const onGroup = { items: answers('GROUP'), criteria: [] };
const withoutBasis = { legalBasis: undefined };
const refused = { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Behovet er kortvarig.' } as const;

describe('a decision', () => {
  const byUnit = { decidedBy: 'KE', meetingId: undefined } as const;
  const twoMeetings = [...prepared, fact.meeting({ meetingId: 'meeting-2', meetsOn: '2026-02-27' })];
  rows(intent.decide, [
    ['is recorded with its criteria, in one go (A1)', prepared, {}, [...assessed, fact.decision()]],
    ['may be by any meeting that it was put to', twoMeetings, {}, [...assessed, fact.decision()]],
    ['on a group alone needs no criteria', group, onGroup, [fact.decision({ items: answers('GROUP') })]],
    ['on a group alone is not before the application', lateGroup, onGroup, 'date-order'],
    [
      'by another body than the KE meeting needs no meeting (A12)',
      [fact.application()],
      { ...byUnit, profile: { ...aure, deciderBody: 'KE' } },
      [...assessed, fact.decision(byUnit)],
    ],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs an application', [fact.need()], {}, 'no-application'],
    ['is refused after the withdrawal', [...prepared, fact.withdrawal()], {}, 'withdrawn'],
    ['is refused twice', decided, {}, 'already-decided'],
    [
      'is by whom the profile names: the unit assesses who is entitled (A10)',
      prepared,
      { decidedBy: 'KE' },
      'not-the-decider',
    ],
    ['E1 rests on a legal basis that has a name', prepared, { legalBasis: 'FVL_1' }, 'legal-basis-unknown'],
    [
      'E1 rests on such a one for each item',
      prepared,
      { items: answers('INDIVIDUAL_PLAN', 'COORDINATOR').map((one) => ({ ...one, legalBasis: 'ADVISER' })) },
      'legal-basis-unknown',
    ],
    ['needs a profile', prepared, { profile: undefined }, 'no-profile'],
    ['names its meeting', prepared, { meetingId: undefined }, 'meeting-not-named'],
    ['is by a meeting convened for the case', prepared, { meetingId: 'meeting-2' }, 'meeting-not-convened'],
    ['is not before the meeting', prepared, { decidedOn: '2026-02-19' }, 'date-order'],
    [
      'is not before the application',
      [fact.application({ receivedOn: '2026-02-25' }), fact.meeting()],
      {},
      'date-order',
    ],
    [
      'has happened',
      [fact.application(), fact.meeting({ meetsOn: '2026-03-03' })],
      { decidedOn: '2026-03-03' },
      'date-ahead',
    ],
  ]);

  it('keeps the received date as it was', () =>
    expect(stateAfter(...decided, fact.notification())).toMatchObject({
      status: 'notified',
      receivedOn: '2026-02-03',
    }));
});

describe('the answers of a decision', () => {
  const all = answers('INDIVIDUAL_PLAN', 'COORDINATOR');
  rows(intent.decide, [
    [
      'are to every item',
      prepared,
      { items: answers('COORDINATOR'), legalBasis: 'HOL_7_2' },
      'item-not-answered',
    ],
    ['are to what was applied for', prepared, { items: [...all, ...answers('GROUP')] }, 'item-not-requested'],
    ['are one to each', prepared, { items: [...all, ...answers('COORDINATOR')] }, 'item-answered-twice'],
  ]);
});

describe('the criteria of a decision', () =>
  rows(intent.decide, [
    ['are assessed', prepared, { criteria: [] }, 'criterion-not-assessed'],
    ['are assessed both', prepared, { criteria: bothMet.slice(0, 1) }, 'criterion-not-assessed'],
    ['are assessed once each', prepared, { criteria: [...bothMet, ...bothMet] }, 'criterion-twice'],
  ]));

describe('the criteria of a child coordinator (hol § 7-2 a)', () => {
  const asked = (...items: readonly ('CHILD_COORDINATOR' | 'INDIVIDUAL_PLAN')[]) => [
    fact.application({ items }),
    fact.meeting(),
  ];
  const child = asked('CHILD_COORDINATOR');
  const granting = { items: answers('CHILD_COORDINATOR'), legalBasis: 'HOL_7_2A', criteria: childMet };
  const unmet = childMet.map((each) => ({ ...each, met: each.criterion !== 'CHILD_COMPLEX' }));
  const refusing = {
    ...granting,
    items: [{ item: 'CHILD_COORDINATOR', outcome: 'REFUSED', reason: 'Én tjeneste.' }] as const,
  };
  const told = ({ items, legalBasis }: typeof granting | typeof refusing) =>
    fact.decision({ items, legalBasis });
  rows(intent.decide, [
    [
      'are its own, and not those of a plan',
      child,
      granting,
      [...childMet.map((each) => fact.criterion(each)), told(granting)],
    ],
    ['are not those of a plan', child, { ...granting, criteria: bothMet }, 'criterion-not-assessed'],
    ['are assessed each', child, { ...granting, criteria: childMet.slice(1) }, 'criterion-not-assessed'],
    [
      'stand beside those of a plan',
      asked('INDIVIDUAL_PLAN', 'CHILD_COORDINATOR'),
      { items: answers('INDIVIDUAL_PLAN', 'CHILD_COORDINATOR'), legalBasis: 'HOL_7_1', criteria: childMet },
      'criterion-not-assessed',
    ],
    [
      'leave a refusal where one is not met',
      child,
      { ...refusing, criteria: unmet },
      [...unmet.map((each) => fact.criterion(each)), told(refusing)],
    ],
  ]);

  it('were those of a plan before its own were asked for: such a decision stands', () =>
    given(...child, ...ofCommand('decide', ...assessed, told(granting)))
      .when(intent.correct('e0', { wish: 'Én å ringe til.' }))
      .then(corrected('ApplicationReceived', 'e0', { wish: 'Én å ringe til.' })));
});

describe('the reasons of a decision', () => {
  const besidePlan = (outcome: 'PARTLY' | 'REFUSED') => ({
    items: [...answers('COORDINATOR'), { item: 'INDIVIDUAL_PLAN', outcome } as const],
  });
  const allTheSame = [
    refused,
    { item: 'COORDINATOR', outcome: 'GRANTED', reason: 'Tilbys likevel.' },
  ] as const;
  const oneUnmet = bothMet.map((each) => ({ ...each, met: each.criterion !== 'LONG_TERM' }));
  const planAndGroup = [fact.application({ items: ['INDIVIDUAL_PLAN', 'GROUP'] }), fact.meeting()];
  const groupAllTheSame = [refused, { item: 'GROUP', outcome: 'GRANTED' }] as const;
  rows(intent.decide, [
    ['are given for a refusal', prepared, besidePlan('REFUSED'), 'reason-missing'],
    ['are given for a grant in part', prepared, besidePlan('PARTLY'), 'reason-missing'],
    ['are given for a grant against an unmet criterion', prepared, { criteria: unmet }, 'reason-missing'],
    [
      'let a grant against an unmet criterion stand, where somebody else has read it',
      [...prepared, fact.readingRequest({ items: allTheSame, criteria: oneUnmet }), fact.reading()],
      { items: allTheSame, criteria: oneUnmet },
      [...oneUnmet.map((each) => fact.criterion(each)), fact.decision({ items: allTheSame })],
    ],
    [
      'are not needed for a group, which no law gives a right to',
      planAndGroup,
      { items: groupAllTheSame, criteria: unmet },
      [...unmet.map((each) => fact.criterion(each)), fact.decision({ items: groupAllTheSame })],
    ],
  ]);
});

describe('the legal basis of a decision', () => {
  const one = [
    { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', legalBasis: 'HOL_7_1' },
    { item: 'COORDINATOR', outcome: 'GRANTED' },
  ] as const;
  const each = one.map((item) => ({ ...item, legalBasis: 'HOL_7_1_7_2' }));
  const rest = { items: one, legalBasis: 'HOL_7_2' };
  const own = { items: each, ...withoutBasis };
  const unfit = one.map((item) => ({ ...item, legalBasis: 'PBRL_2_5B' }));
  const groupByLaw = answers('GROUP').map((item) => ({ ...item, legalBasis: 'HOL_7_1' }));
  const before = (meetsOn: string) => [
    fact.application({ items: ['CHILD_COORDINATOR'], receivedOn: '2022-07-01' }),
    fact.meeting({ convenedOn: '2022-07-02', meetsOn }),
  ];
  const early = (decidedOn: string) => ({
    items: answers('CHILD_COORDINATOR'),
    legalBasis: 'PBRL_2_5C',
    decidedOn,
  });
  rows(intent.decide, [
    ['holds for items without their own', prepared, rest, [...assessed, fact.decision(rest)]],
    ['is given for each item by law', prepared, { items: one, ...withoutBasis }, 'legal-basis-missing'],
    ['may be each item’s own', prepared, own, [...assessed, fact.decision(own)]],
    [
      'is not needed for a group: it is no statutory right',
      group,
      { ...onGroup, ...withoutBasis },
      [fact.decision({ items: answers('GROUP'), ...withoutBasis })],
    ],
    ['D6 is a section on decisions of the kind', prepared, { legalBasis: 'ARKIVLOVA' }, 'legal-basis-unfit'],
    ['D6 is one of the item', prepared, { items: unfit }, 'legal-basis-unfit'],
    ['D6 is none for a group (U1)', group, { ...onGroup, items: groupByLaw }, 'legal-basis-unfit'],
    [
      'D6 is in force on the day of the decision',
      before('2022-07-31'),
      early('2022-07-31'),
      'legal-basis-unfit',
    ],
    [
      'D6 is in force from its first day',
      before('2022-08-01'),
      { ...early('2022-08-01'), criteria: childMet },
      [...childMet.map((each) => fact.criterion(each, '2022-08-01')), fact.decision(early('2022-08-01'))],
    ],
  ]);
});
