import type { Recorded } from '#event-sourcing';
import { Register } from '../domain/register.js';
import { countingBy, type FigureRules } from '../domain/rules.js';
import { behind } from './behind.js';
import { countedIn, factsOf } from './facts-of.js';

type Data = Readonly<Record<string, unknown>>;
type Told = readonly [type: string, data: Data];

/** One stream's events in order, recorded one after the other. */
const streamOf = (stream: string, shared: Data, told: readonly Told[]): Recorded[] =>
  told.map(([type, data], index) => ({
    type,
    id: `${stream}#${index}`,
    stream,
    revision: BigInt(index),
    position: BigInt(index),
    data: { ...shared, ...data },
    metadata: { recordedAt: '2025-06-01T12:00:00Z' } as Recorded['metadata'],
  }));

/** A person of whom a plan runs, with what stands in it and who met. */
const life = (
  person: string,
  birthYear: number,
  { plan = [], around = [] }: { readonly plan?: readonly Told[]; readonly around?: readonly Told[] } = {},
): Recorded[][] => [
  streamOf(`subject-1576.${person}`, { subjectId: person }, [['SubjectRegistered', { birthYear }]]),
  streamOf(`coordination-1576.${person}`, { subjectId: person }, [
    ['PlanStarted', { planId: `${person}.1`, startedOn: '2025-03-01', withSubject: birthYear < 2000 }],
  ]),
  streamOf(`plan-1576.${person}.1`, { subjectId: person, planId: `${person}.1` }, plan),
  streamOf(`followUp-1576.${person}`, { subjectId: person }, around),
];

function countedOf(streams: readonly (readonly Recorded[])[], rules: FigureRules = 'STAT_2') {
  const { facts, figures } = countingBy[rules];
  const register = new Register();
  for (const events of streams) {
    for (const fact of countedIn(events[0]?.stream ?? '', factsOf(events), facts)) register.take(fact);
  }
  const counted = figures(register, {
    municipality: '1576',
    period: { from: '2025-01-01', to: '2026-01-01' },
    statusOn: '2025-12-31',
    units: ['SCHOOL'],
  });
  return { figures: counted.figures.figures, counted, register };
}

const called = (meetingId: string, preparedWithPerson = 'YES'): Told => [
  'CoordinationMeetingCalled',
  { meetingId, preparedWithPerson, meetsOn: '2025-05-02', calledOn: '2025-05-01' },
];
const held = (meetingId: string, participation: string, heldOn = '2025-05-02'): Told => [
  'CoordinationMeetingHeld',
  { meetingId, participation, heldOn, coordinatorsPresent: [], present: [] },
];
const wrote = (entryId: string, author: string): Told => [
  'PlanEntryWritten',
  { entryId, section: 'NEEDS', author, writtenOn: '2025-04-01' },
];
const approved = (approvedBy: string, approvedOn = '2025-04-10'): Told => [
  'PlanApprovedByOwner',
  { version: 1, approvedBy, way: 'ORAL', approvedOn },
];
const promised = (promiseId: string, dueOn: string, said: Data = {}): Told => [
  'PromiseMade',
  { promiseId, by: 'UNIT', unit: 'SCHOOL', dueOn, madeOn: '2025-05-02', ...said },
];

describe('how people take part, in figures', () => {
  it('in the plan: who approved what stands there, and whose words it is (U6, U21, F9)', () => {
    const { figures } = countedOf([
      ...life('P1', 1980, { plan: [wrote('E1', 'PERSON'), approved('SUBJECT')] }),
      ...life('P2', 2012, {
        plan: [
          ['OwnStoryTold', { entryId: 'E2', author: 'KIN', toldOn: '2025-04-01' }],
          approved('GUARDIAN'),
        ],
      }),
      ...life('P3', 1990, { plan: [wrote('E3', 'COORDINATOR'), approved('SUBJECT', '2026-01-01')] }),
      ...life('P4', 1990, { plan: [['PlanKeptOnPaper', { onPaper: true, since: '2025-04-01' }]] }),
      ...life('P5', 2018, {
        plan: [
          wrote('E5', 'PERSON'),
          ['PlanEntryTakenBack', { entryId: 'E5', takenBackBy: 'PERSON', takenBackOn: '2025-08-01' }],
        ],
      }),
    ]);
    expect(figures).toMatchObject({
      U1: { n: 3, of: 5 },
      U5: {
        value: 5,
        by: { CONTENT: { BY_PERSON: 1, BY_OTHER: 1, NOT_APPROVED: 1, ON_PAPER: 1, NONE: 1 } },
      },
      U6: {
        value: 5,
        by: { VOICE: { OWN: 1, TOLD: 1, NONE: 3 }, AGE_VOICE: { '13-17:TOLD': 1, '6-12:NONE': 1 } },
      },
    });
  });

  it('in meetings: who was there, who was heard in another way, by age on the day (U6, F9)', () => {
    const { figures, counted, register } = countedOf([
      ...life('P1', 2013, {
        around: [called('M1'), held('M1', 'PRESENT'), called('M2', 'NO'), held('M2', 'BY_WORD')],
      }),
      ...life('P2', 2017, { around: [called('M3', 'DECLINED'), held('M3', 'REPRESENTED')] }),
      ...life('P3', 1980, {
        around: [
          called('M4'),
          held('M4', 'ABSENT'),
          called('M5'),
          [
            'ProfessionalMeetingCalled',
            { meetingId: 'M6', involvement: 'INFORMED', calledOn: '2025-05-01', meetsOn: '2025-05-02' },
          ],
          held('M6', 'DECLINED'),
          called('M7'),
          held('M7', 'REMOTE', '2026-01-02'),
        ],
      }),
    ]);
    expect(figures).toMatchObject({
      M1: { value: 5, by: { TYPE: { COORDINATION: 4, PROFESSIONAL: 1, KE: 0 } } },
      U2: { value: 4, by: { PREPARED: { YES: 2, NO: 1, DECLINED: 1 } } },
      U3: {
        value: 4,
        by: {
          HEARD: { TOOK_PART: 1, HEARD: 1, BY_GUARDIAN: 1, NOT: 1 },
          AGE_HEARD: { '12-17:TOOK_PART': 1, '12-17:HEARD': 1, '0-11:BY_GUARDIAN': 1, '18+:NOT': 1 },
        },
      },
      U4: { value: 1, by: { INVOLVEMENT: { INFORMED: 1 } } },
    });
    expect(behind(register, counted.contributors, 'U3/AGE_HEARD/12-17:HEARD')).toEqual([
      expect.objectContaining({ key: 'M2', personId: 'P1', meetingId: null }),
    ]);
  });

  it('in what is decided for many: who was asked, and what they said (U21)', () => {
    const hearing = (id: string, ...told: Told[]) =>
      streamOf(`cooperation-1576.${id}`, { municipality: '1576', matterId: id }, told);
    const asked = (body: string): Told => ['UserBodyAsked', { body, askedOn: '2025-02-01' }];
    const { figures } = countedOf([
      hearing('H1', asked('USER_COUNCIL'), [
        'UserBodyAnswered',
        { standpoint: 'SUPPORTS', answeredOn: '2025-03-01' },
      ]),
      hearing('H2', asked('YOUTH_COUNCIL'), [
        'UserBodyAnswered',
        { standpoint: 'NO_ANSWER', answeredOn: '2026-02-01' },
      ]),
    ]);
    expect(figures).toMatchObject({
      U8: { value: 2, by: { BODY: { USER_COUNCIL: 1, YOUTH_COUNCIL: 1 } } },
      U9: { value: 1, by: { STANDPOINT: { SUPPORTS: 1, NO_ANSWER: 0 } } },
    });
  });

  it('promises made, kept in time or late, and open beyond their day as it was moved (A2, F13)', () => {
    const { figures } = countedOf(
      life('P1', 1980, {
        around: [
          promised('L1', '2025-06-01'),
          ['PromiseKept', { promiseId: 'L1', keptOn: '2025-06-01' }],
          promised('L2', '2025-06-01'),
          ['PromiseMoved', { promiseId: 'L2', dueOn: '2025-08-01', movedOn: '2025-06-01' }],
          ['PromiseKept', { promiseId: 'L2', keptOn: '2025-08-02' }],
          promised('L3', '2025-09-01', { by: 'SUBJECT', unit: undefined }),
          promised('L4', '2025-12-31'),
          promised('L5', '2026-05-01'),
          promised('L6', '2025-07-01'),
          ['PromiseEnded', { promiseId: 'L6', end: 'NOT_KEPT', endedOn: '2025-07-10' }],
        ],
      }),
    );
    expect(figures).toMatchObject({
      V1: { value: 6, by: { PROMISER: { UNIT: 5, SUBJECT: 1 } } },
      V2: { value: 5, by: { PROMISE: { KEPT: 1, KEPT_LATE: 1, OPEN: 2, NOT_KEPT: 1, RELEASED: 0 } } },
      V3: {
        value: 3,
        by: { DUE: { OVERDUE: 1, NOT_DUE: 2 }, UNIT: { SCHOOL: 2, NOT_STATED: 1 } },
      },
    });
  });

  it('plans gone through with the person, when each is next, and what their costs came to (F4, F13)', () => {
    const reviewed: Told = [
      'PlanReviewed',
      { reviewId: 'R1', outcome: 'GOES_ON', withSubject: true, reviewedOn: '2025-09-01' },
    ];
    const [subject, coordination, plan] = life('P1', 1980, {
      plan: [
        ['PlanPeriodSet', { until: '2026-12-31', nextReviewOn: '2025-11-01', setOn: '2025-03-02' }],
        ['MeasureAgreed', { measureId: 'T1', responsible: 'UNIT', hasCost: true, agreedOn: '2025-04-01' }],
        [
          'MeasureCostClearanceRequested',
          { measureId: 'T1', clearanceId: 'K1', unit: 'SCHOOL', requestedOn: '2025-04-02' },
        ],
        ['MeasureCostClearanceDeclined', { measureId: 'T1', clearanceId: 'K1', declinedOn: '2025-04-09' }],
        ['MeasureCostClearanceRequested', { measureId: 'T1', clearanceId: 'K2', requestedOn: '2025-05-02' }],
      ],
    }) as [Recorded[], Recorded[], Recorded[]];
    const looked = streamOf('coordination-1576.P1', { subjectId: 'P1' }, [
      ['PlanStarted', { planId: 'P1.1', startedOn: '2025-03-01', withSubject: true }],
      ['CoordinationReviewed', { parts: ['PLAN'], reviewedOn: '2025-10-01' }],
    ]);
    expect(countedOf([subject, looked, plan]).figures).toMatchObject({
      P5: { value: 1 },
      P6: { by: { REVIEW: { OVERDUE: 1 }, RECENCY: { '0-6': 1 } } },
      U7: { value: 0 },
      E1: { value: 2, by: { UNIT: { SCHOOL: 1, NOT_STATED: 1 }, ANSWER: { DECLINED: 1, WAITING: 1 } } },
      E2: { value: 0 },
      E3: { value: 1 },
      E4: { value: 1 },
    });
    const gone = streamOf('plan-1576.P1.1', { subjectId: 'P1', planId: 'P1.1' }, [reviewed]);
    expect(countedOf([subject, coordination, gone]).figures).toMatchObject({
      U7: { value: 1, by: { WITH_PERSON: { YES: 1, NO: 0 } } },
      P6: { by: { REVIEW: { NO_DATE: 1 }, RECENCY: { '0-6': 1 } } },
    });
  });

  it('is nothing to the rules before: they count the facts that they name, whatever else is told', () => {
    const full = life('P1', 1980, {
      plan: [
        wrote('E1', 'PERSON'),
        ['PlanPeriodSet', { until: '2026-12-31', nextReviewOn: '2025-05-01', setOn: '2025-03-02' }],
        ['PlanPaused', { reasonCode: 'OWN_WISH', pausedOn: '2025-05-01' }],
        ['MeasureCostClearanceRequested', { measureId: 'T1', clearanceId: 'K1', requestedOn: '2025-04-02' }],
      ],
      around: [called('M1'), held('M1', 'PRESENT'), promised('L1', '2025-06-01')],
    });
    const first = countedOf(full, 'STAT_1');
    expect(first.counted).toEqual(countedOf(life('P1', 1980), 'STAT_1').counted);
    expect(first.figures).toMatchObject({ P1: { value: 1 }, P2: { value: 0 }, M1: { value: 0 } });
    expect(first.figures['U3']).toBeUndefined();
    expect(countedOf(full).figures).toMatchObject({ P1: { value: 0 }, P2: { value: 1 }, M1: { value: 1 } });
  });
});
