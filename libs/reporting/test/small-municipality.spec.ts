import fc from 'fast-check';
import { type Edition, editionIn, type History, saidOf, toldEdition, type ToldLine } from '#reporting';
import { type Happened, linesOf } from './lines.testing.js';

const units = ['HOME', 'SCHOOL', 'HEALTH', 'NAV'];
/** Ages as STATISTICS has them of such a municipality: few of the youngest, some young adults. */
const births = [
  2023, 2020, 2018, 2016, 2015, 2014, 2013, 2012, 2011, 2010, 2009, 2008, 2004, 2002, 2001, 2000,
];
const plans = 40;

/** What became of one person: each number chooses among what happens to people. */
interface Life {
  readonly unit: number;
  readonly way: number;
  readonly month: number;
  readonly kind: number;
}
const lives = fc.array(
  fc.record({
    unit: fc.integer({ min: 0, max: 9 }),
    way: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    kind: fc.integer({ min: 0, max: 99 }),
  }),
  { minLength: plans, maxLength: plans },
);

const day = (month: number, of = 10) => `2025-${String(month).padStart(2, '0')}-${of}`;

const when = (is: boolean, happened: Happened): Happened[] => (is ? [happened] : []);

/** Forty plans, a good third of them begun this year, reviewed, met about and promised for as people do. */
function lifeOf({ unit, way, month, kind }: Life, index: number): Happened[] {
  const [person, plan] = [`P${index}`, `P${index}.1`];
  const where = units[Math.min(3, Math.floor(unit / 3))];
  const isNew = index % 3 === 0;
  const began = isNew ? day(Math.min(month, 11)) : '2023-05-02';
  const on = { person, plan };
  return [
    ['2023-01-02', 'SubjectRegistered', { person, birthYear: births[index] ?? 1940 + ((index * 7) % 55) }],
    [
      isNew ? day(month, 2) : '2023-03-02',
      'ApplicationReceived',
      {
        person,
        case: `K${index}`,
        applicantRole: kind < 60 ? 'SUBJECT' : 'GUARDIAN',
        items: ['INDIVIDUAL_PLAN'],
      },
    ],
    [
      isNew ? day(month, 8) : '2023-04-02',
      'DecisionMade',
      { case: `K${index}`, items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' }] },
    ],
    [began, 'PlanStarted', { ...on, withSubject: true }],
    [
      began,
      'CoordinatorAppointed',
      {
        person,
        appointment: `A${index}`,
        case: `K${index}`,
        coordKind: index < 8 ? 'CHILD' : 'ORDINARY',
        coordinator: `C${index % 13}`,
        unit: where,
        wishFollowed: way < 70 ? 'YES' : 'NO_WISH',
      },
    ],
    [
      '2025-03-01',
      'PlanContentWritten',
      { ...on, content: `${plan}.e`, author: way < 55 ? 'PERSON' : 'KIN' },
    ],
    ...(kind < 75
      ? ([
          ['2025-03-05', 'PlanApprovedByOwner', { ...on, approvedBy: index < 14 ? 'GUARDIAN' : 'SUBJECT' }],
        ] as const)
      : []),
    [
      '2025-06-05',
      'PlanReviewed',
      {
        ...on,
        review: `R${index}`,
        withSubject: way < 80,
        nextReviewOn: kind < 70 ? '2026-06-01' : '2025-11-01',
      },
    ],
    ...[1, 2].map((n): Happened => [
      `2025-1${n}-03`,
      'MeetingHeld',
      {
        person,
        meeting: `M${index}.${n}`,
        type: 'COORDINATION',
        participation: way < 70 ? 'PRESENT' : way < 85 ? 'BY_WORD' : 'ABSENT',
        prepared: way < 80 ? 'YES' : 'NO',
      },
    ]),
    [
      '2025-04-01',
      'PromiseMade',
      { person, promise: `L${index}`, by: 'UNIT', unit: where, dueOn: '2025-09-01' },
    ],
    ...when(way < 65, ['2025-08-30', 'PromiseKept', { promise: `L${index}` }]),
  ];
}

const historyOf = (all: readonly Life[], rules: 'STAT_1' | 'STAT_2'): History => ({
  municipality: {
    municipality: '9104',
    units,
    unitTree: [
      ['HOME', 'HEALTH'],
      ['SCHOOL', ['NAV', 'NOT_STATED']],
    ],
    publication: { P3: 'THREE_YEARS', K1: 'THREE_YEARS', K2: 'THREE_YEARS', K4: 'THREE_YEARS' },
    blockFrom: 2025,
    rules,
  },
  lines: linesOf(all.flatMap(lifeOf).toSorted(([one], [other]) => (one < other ? -1 : 1))),
});

/** Each line of the report of which there is anything, as it is said. */
function saidIn(edition: Edition): string[] {
  const lines = (all: readonly ToldLine[] | null) => all?.map(({ shown }) => shown) ?? [null];
  return toldEdition(edition, [], (code) => [code, code])
    .flatMap(({ tables }) => tables)
    .flatMap(({ hasTotal, total, breakdowns }) => [
      ...(hasTotal ? [total] : []),
      ...breakdowns.flatMap((one) => lines(one.lines)),
    ])
    .map((shown) => saidOf(shown, 0))
    .filter((said) => said !== '0');
}

describe('the report of a municipality with forty plans', () => {
  it.each(['STAT_1', 'STAT_2'] as const)(
    'by %s says a number in more than half of the lines of which there is anything (S4, H11)',
    (rules) => {
      fc.assert(
        fc.property(lives, (all) => {
          const edition = editionIn(
            historyOf(all, rules),
            { period: { from: '2025-01-01', to: '2026-01-01' } },
            [],
          );
          expect(edition.tables['P1']).toMatchObject({ total: { exact: plans } });
          const said = saidIn(edition);
          const numbers = said.filter((one) => /^\d+$/.test(one));
          expect(said.length).toBeGreaterThan(20);
          expect(numbers.length).toBeGreaterThan(said.length / 2);
        }),
        { numRuns: 40 },
      );
    },
  );
});
