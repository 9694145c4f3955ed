import type { Recorded } from '#event-sourcing';
import { figuresOf } from '../domain/figures/index.js';
import { Register } from '../domain/register.js';
import { factsOf } from './facts-of.js';

const subjectId = '0192-subject';
type Told = readonly [type: string, data: Readonly<Record<string, unknown>>];

/** One stream's events in order, recorded one after the other. */
const streamOf = (stream: string, told: readonly Told[]): Recorded[] =>
  told.map(([type, data], index) => ({
    type,
    id: `${stream}#${index}`,
    stream,
    revision: BigInt(index),
    position: BigInt(index),
    data: { subjectId, ...data },
    metadata: { recordedAt: '2025-06-01T12:00:00Z' } as Recorded['metadata'],
  }));
const coordination = (...told: Told[]) => streamOf(`coordination-1576.${subjectId}`, told);
const case_ = (...told: Told[]) => streamOf('case-1576.K1', told);

const countedOf = (...streams: readonly (readonly Recorded[])[]) => {
  const register = new Register();
  for (const fact of streams.flatMap(factsOf)) register.take(fact);
  return figuresOf(register, {
    municipality: '1576',
    period: { from: '2025-01-01', to: '2026-01-01' },
    statusOn: '2025-12-31',
    units: [],
  }).figures.figures;
};

const reported: Told = [
  'PlanReportedByUnit',
  {
    reportId: 'R1',
    unit: 'SCHOOL',
    leaderId: 'P1',
    coordinatorId: 'P2',
    begunOn: '2024-03-01',
    reportedOn: '2025-02-01',
  },
];
const appointed = (said: object = {}): Told => [
  'CoordinatorAppointed',
  {
    appointmentId: 'A1',
    coordinatorId: 'P2',
    unit: 'SCHOOL',
    kind: 'ORDINARY',
    temporary: false,
    validFrom: '2025-03-01',
    wishFollowed: 'YES',
    ...said,
  },
];
const started = (said: object = {}): Told => [
  'PlanStarted',
  { planId: `${subjectId}.1`, startedOn: '2025-03-01', withSubject: true, ...said },
];

describe('what the events of this release tell figures', () => {
  it('a report is a plan, and its coordinator coordinates, until another word is recorded (S9)', () => {
    expect(countedOf(coordination(reported))).toMatchObject({
      P1: { value: 1, by: { REPORT: { REPORTED_UP_TO_DATE: 1 } } },
      C1: { value: 1, by: { UNIT: { SCHOOL: 1 } } },
      C5: { value: 0 },
      R1: { value: 1 },
    });
  });

  it('what was lacking is told later, and counts from then on', () => {
    const lacking: Told = [
      'PlanReportedByUnit',
      { reportId: 'R1', unit: 'SCHOOL', reportedOn: '2025-02-01' },
    ];
    const completed: Told = [
      'UnitReportCompleted',
      { reportId: 'R1', leaderId: 'P1', coordinatorId: 'P2', completedOn: '2025-04-01' },
    ];
    expect(countedOf(coordination(lacking))).toMatchObject({ R2: { value: 1 }, G1: { value: 1 } });
    expect(countedOf(coordination(lacking, completed))).toMatchObject({ R2: { value: 0 }, C1: { value: 1 } });
  });

  it('confirmed it is the same plan, begun when the unit said, and an appointment that no flow counts', () => {
    const events = coordination(
      reported,
      appointed({ restsOn: 'UNIT_REPORT', reportId: 'R1', validFrom: '2024-03-01' }),
      started({ restsOn: 'UNIT_REPORT', reportId: 'R1', startedOn: '2024-03-01' }),
      [
        'UnitReportConfirmed',
        { reportId: 'R1', planId: `${subjectId}.1`, appointmentId: 'A1', confirmedOn: '2025-05-01' },
      ],
    );
    expect(countedOf(events)).toMatchObject({
      P1: { value: 1, by: { PROVENANCE: { CONFIRMED: 1 } } },
      P3: { value: 0 },
      Q2: { value: 0 },
      C5: { value: 0 },
      C7: { coordinators: 1, values: [1] },
    });
    const released: Told = [
      'CoordinatorReleased',
      { appointmentId: 'A1', releasedOn: '2025-11-01', reasonCode: 'LEFT_JOB' },
    ];
    const later = { ...events[0]!, id: 'released', position: 9n, revision: 9n, type: released[0] };
    expect(countedOf([...events, { ...later, data: { subjectId, ...released[1] } }])).toMatchObject({
      C1: { value: 0 },
      G2: { value: 1 },
    });
  });

  it('an end that a unit reports ends its plan on the day that it tells of', () => {
    const ended: Told = [
      'PlanClosureReportedToKe',
      {
        closureReportId: 'E1',
        reportId: 'R1',
        closedOn: '2025-06-01',
        reportedOn: '2025-06-20',
        reasonCode: 'MOVED',
      },
    ];
    expect(countedOf(coordination(reported, ended))).toMatchObject({
      P1: { value: 0 },
      P4: { value: 1, by: { REASON: { MOVED: 1 } } },
    });
  });

  it('what came from an earlier register counts as such', () => {
    const earlier = { restsOn: 'EARLIER_REGISTER' };
    expect(countedOf(coordination(appointed(earlier), started(earlier)))).toMatchObject({
      P1: { by: { PROVENANCE: { IMPORTED: 1 } } },
      P3: { value: 1 },
      C5: { value: 0 },
    });
  });

  it('a review of the plan is one of whatever plan ran that day', () => {
    const reviewed: Told = [
      'CoordinationReviewed',
      {
        reviewId: 'V1',
        parts: ['PLAN'],
        outcome: 'STILL_RIGHT',
        withSubject: true,
        reviewedOn: '2025-10-01',
      },
    ];
    expect(countedOf(coordination(started(), reviewed))).toMatchObject({
      P6: { by: { RECENCY: { '0-6': 1 } } },
    });
  });

  it('a case is followed from its need to the answer that was sent', () => {
    const events = case_(
      ['NeedNotified', { notifierRole: 'NEXT_OF_KIN', notifiedOn: '2025-01-10' }],
      ['ApplicationReceived', { applicantRole: 'PARENT', items: ['COORDINATOR'], receivedOn: '2025-02-01' }],
      ['DecisionMade', { items: [{ item: 'COORDINATOR', outcome: 'PARTLY' }], decidedOn: '2025-02-20' }],
    );
    expect(countedOf(events)).toMatchObject({
      A1: { value: 1 },
      A2: { by: { SOURCE: { GUARDIAN: 1 } } },
      A3: { by: { OUTCOME: { PARTLY: 1 } } },
      A8: { value: 1 },
      D2: { n: 1, median: 19 },
      G1: { value: 1 },
    });
  });

  it('a deadline is met by what was sent by its day, and other rules are in no figure', () => {
    const set = (rule: string, dueOn: string): Told => ['DeadlineSet', { rule, dueOn, setOn: '2025-02-01' }];
    const events = case_(
      ['ApplicationReceived', { applicantRole: 'SUBJECT', items: ['COORDINATOR'], receivedOn: '2025-02-01' }],
      set('PRELIM_REPLY', '2025-03-01'),
      set('DECISION_TIME', '2025-03-01'),
      set('COMPLAINT_FVL', '2025-03-01'),
      ['PreliminaryReplySent', { sentOn: '2025-03-01' }],
    );
    expect(countedOf(events)['D4']).toMatchObject({
      value: 2,
      by: { RULE_STATE: { 'PRELIM_REPLY:MET': 1, 'DECISION_TIME:MISSED': 1 } },
    });
  });

  it('corrections and annulments change what was told, not when', () => {
    const told: Told[] = [
      ['ApplicationReceived', { applicantRole: 'SUBJECT', items: ['COORDINATOR'], receivedOn: '2025-02-01' }],
      ['DecisionMade', { items: [{ item: 'COORDINATOR', outcome: 'GRANTED' }], decidedOn: '2025-02-20' }],
      ['ApplicationReceivedCorrected', { corrects: 'case-1576.K1#0', changed: { receivedOn: '2024-12-30' } }],
    ];
    expect(countedOf(case_(...told))).toMatchObject({ A2: { value: 0 }, D2: { median: 52 } });
    expect(
      countedOf(
        case_(...told, ['RecordedInErrorMarked', { corrects: 'case-1576.K1#1', reasonCode: 'WRONG_CASE' }]),
      ),
    ).toMatchObject({ A3: { value: 0 }, D2: { n: 0 } });
  });

  it('two registrations of one person are one', () => {
    const person = (id: string, ...told: Told[]) =>
      streamOf(`subject-1576.${id}`, told).map((event) => ({
        ...event,
        data: { ...event.data, subjectId: id },
      }));
    const merged = [
      ...person('S1', ['SubjectRegistered', { birthYear: 1957, protectedAddress: false }]),
      ...person(
        subjectId,
        ['SubjectRegistered', { protectedAddress: false }],
        ['SubjectMergedInto', { survivorId: 'S1' }],
      ),
    ];
    const streams = [merged.slice(0, 1), merged.slice(1), coordination(started())];
    expect(countedOf(...streams)).toMatchObject({ P1: { by: { AGE: { '67+': 1 } } }, Q1: { value: 0 } });
  });
});
