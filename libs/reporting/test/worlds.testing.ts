import fc from 'fast-check';
import { type Edition, type Figures, type Level, levelOfPeriod, published } from '#reporting';

export type Counts = Record<string, number>;

/** What is behind one year's figures, as far as anything of it is published. Each list adds up to its total. */
export interface Year {
  both: number;
  coordinatorOnly: number;
  planOnly: number;
  /** Beyond those with a plan and nobody who coordinates. */
  otherGap: number;
  left: number;
  waiting: number;
  ended: number;
  readonly cells: Readonly<Record<string, Counts>>;
}

/** By figure and dimension, the codes: those of one figure have one total. */
export const dimensions = {
  'P1/AGE': ['0-5', '6-12', '13-17', '18-24', '25-66', '67+', 'UNKNOWN'],
  'P6/REVIEW': ['OVERDUE', 'NOT_DUE', 'NO_DATE'],
  'P6/RECENCY': ['0-6', '7-12', 'OVER_12', 'NEVER'],
  'P1/REPORT': ['CONFIRMED', 'IMPORTED', 'REPORTED_UP_TO_DATE', 'REPORTED_SILENT', 'REPORTED_INCOMPLETE'],
  'C1/UNIT': ['SCHOOL', 'HOME', 'NAV', 'NOT_STATED'],
  'C1/KIND': ['CHILD', 'ORDINARY_ONLY'],
  'C5/KIND': ['TEMPORARY', 'ORDINARY', 'CHILD'],
  'C6/WISH': ['YES', 'NO', 'NO_WISH'],
  'A1/SOURCE': ['EMPLOYEE', 'SPECIALIST_SERVICE', 'NEXT_OF_KIN', 'OTHER'],
  'A2/SOURCE': ['SUBJECT', 'REPRESENTATIVE', 'EMPLOYEE', 'GUARDIAN'],
  'A2/AGE': ['0-5', '6-12', '13-17', '18-24', '25-66', '67+', 'UNKNOWN'],
  'A3/ITEM_OUTCOME': ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'].flatMap((item) =>
    ['GRANTED', 'PARTLY', 'REFUSED'].map((outcome) => `${item}:${outcome}`),
  ),
  'P4/REASON': ['OWN_WISH', 'NEED_CEASED', 'MOVED', 'DECEASED', 'TRANSFERRED', 'TURNED_18', 'OTHER'],
  'K2/OUTCOME': ['CHANGED', 'UPHELD'],
  'K4/OUTCOME': ['MEDHOLD', 'DELVIS', 'IKKE', 'OPPHEVET', 'AVVIST'],
  'E1/UNIT': ['SCHOOL', 'HOME', 'NAV', 'NOT_STATED'],
  'E1/ANSWER': ['GRANTED', 'DECLINED', 'WAITING'],
  'U2/PREPARED': ['YES', 'NO', 'DECLINED'],
  'U3/AGE_HEARD': ['0-11', '12-17', '18+', 'UNKNOWN'].flatMap((age) =>
    ['TOOK_PART', 'HEARD', 'BY_GUARDIAN', 'NOT'].map((way) => `${age}:${way}`),
  ),
  'U4/INVOLVEMENT': ['PRESENT', 'INFORMED', 'DECLINED'],
  'U5/CONTENT': ['BY_PERSON', 'BY_OTHER', 'NOT_APPROVED', 'ON_PAPER', 'NONE'],
  'U6/VOICE': ['OWN', 'TOLD', 'NONE'],
  'U7/WITH_PERSON': ['YES', 'NO'],
  'V2/PROMISE': ['KEPT', 'KEPT_LATE', 'OPEN', 'NOT_KEPT', 'RELEASED'],
  'D4/DECISION_TIME': ['MET', 'MISSED', 'LAPSED'],
  'D4/PRELIM_REPLY': ['MET', 'MISSED', 'LAPSED'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Dimension = keyof typeof dimensions;
const stocks: readonly Dimension[] = [
  'P1/AGE',
  'P6/REVIEW',
  'P6/RECENCY',
  'P1/REPORT',
  'U5/CONTENT',
  'U6/VOICE',
  'C1/UNIT',
  'C1/KIND',
];

export const sum = (counts: Counts) => Object.values(counts).reduce((all, one) => all + one, 0);

/** So many, put where the weights say; many weights are none, so that small and empty cells are frequent. */
const spread = (codes: readonly string[], total: number, weights: readonly number[]): Counts => {
  const counts: Counts = Object.fromEntries(codes.map((code) => [code, 0]));
  const whole = weights.slice(0, codes.length).reduce((all, one) => all + one, 0);
  let left = total;
  codes.forEach((code, index) => {
    const share = whole === 0 ? 0 : Math.floor((total * (weights[index] ?? 0)) / whole);
    counts[code] = share;
    left -= share;
  });
  const first = codes[0] ?? '';
  counts[first] = (counts[first] ?? 0) + left;
  return counts;
};

const weights = fc.array(fc.constantFrom(0, 0, 1, 1, 2, 3, 8), { minLength: 16, maxLength: 16 });
const few = fc.integer({ min: 0, max: 12 });
const some = fc.integer({ min: 0, max: 30 });

const year = fc
  .record({
    both: fc.integer({ min: 9, max: 30 }),
    coordinatorOnly: few,
    planOnly: fc.integer({ min: 0, max: 5 }),
    otherGap: few,
    left: few,
    waiting: fc.integer({ min: 0, max: 6 }),
    ended: some,
    C5: some,
    A1: few,
    A2: some,
    A3: some,
    K2: few,
    K4: few,
    E1: few,
    D4: some,
    around: some,
    U4: few,
    U7: some,
    V2: some,
    weights: fc.array(weights, { minLength: 26, maxLength: 26 }),
  })
  .map((told): Year => {
    const plans = told.both + told.planOnly;
    const coordinated = told.both + told.coordinatorOnly;
    const totals: Counts = {
      ...told,
      P1: plans,
      P6: plans,
      U5: plans,
      U6: plans,
      U2: told.around,
      U3: told.around,
      C1: coordinated,
      P4: told.ended,
    } as unknown as Counts;
    const cells: Record<string, Counts> = {};
    (Object.keys(dimensions) as Dimension[]).forEach((dimension, index) => {
      const lasting = sum(cells['C5/KIND'] ?? {}) - (cells['C5/KIND']?.['TEMPORARY'] ?? 0);
      const total = dimension === 'C6/WISH' ? lasting : (totals[dimension.split('/')[0] ?? ''] ?? 0);
      cells[dimension] = spread(dimensions[dimension], total, told.weights[index] ?? []);
    });
    const { both, coordinatorOnly, planOnly, otherGap, waiting, ended } = told;
    return {
      both,
      coordinatorOnly,
      planOnly,
      otherGap,
      left: Math.min(told.left, planOnly + otherGap),
      waiting,
      ended,
      cells,
    };
  });

/** Three years of a small municipality, each as it really was. What began in a year follows from the stocks. */
export const threeYears = fc.tuple(year, year, year) as fc.Arbitrary<readonly Year[]>;
export const policies = fc.constantFrom<Readonly<Record<string, Level>>>(
  {},
  { P3: 'THREE_YEARS', K1: 'THREE_YEARS', K2: 'THREE_YEARS', K4: 'THREE_YEARS', E1: 'THREE_YEARS' },
  { default: 'THREE_YEARS', P1: 'YEAR', A3: 'YEAR' },
);

const plansIn = ({ both, planOnly }: Year) => both + planOnly;

/** What began, so that the stocks come out; undefined where none could. */
export function startedIn(years: readonly Year[], index: number): number {
  const one = years[index];
  const before = years[index - 1];
  if (!one) return 0;
  return plansIn(one) - (before ? plansIn(before) : 0) + one.ended;
}

/** Plans began that were there, and no more was answered than had come in: four items at most at a time. */
export const isPossible = (years: readonly Year[]) =>
  years.every((one, index) => {
    const before = years[index - 1];
    const came = sum(one.cells['A2/AGE'] ?? {}) - one.waiting + (before ? before.waiting : 100);
    return startedIn(years, index) >= 0 && came >= Math.ceil(sum(one.cells['A3/ITEM_OUTCOME'] ?? {}) / 4);
  });

/** Of cells of two codes, how many have each first. */
function firstOf(cells: Counts): Counts {
  const all: Counts = {};
  for (const [cell, value] of Object.entries(cells)) {
    const first = cell.split(':')[0] ?? '';
    all[first] = (all[first] ?? 0) + value;
  }
  return all;
}

function figuresOf(years: readonly Year[], from: number, count: number): Figures {
  const all = years.slice(from, from + count);
  const last = all.at(-1)!;
  const by = (dimension: Dimension): Counts => {
    if (stocks.includes(dimension)) return last.cells[dimension] ?? {};
    const added: Counts = {};
    for (const [code, value] of all.flatMap((one) => Object.entries(one.cells[dimension] ?? {}))) {
      added[code] = (added[code] ?? 0) + value;
    }
    return added;
  };
  const [answers, ways] = [by('A3/ITEM_OUTCOME'), by('U3/AGE_HEARD')];
  const counted = (dimension: Dimension, name: string) => ({
    value: sum(by(dimension)),
    by: { [name]: by(dimension) },
  });
  const rules = (['DECISION_TIME', 'PRELIM_REPLY'] as const).flatMap((rule) =>
    Object.entries(by(`D4/${rule}`)).map(([state, value]) => [`${rule}:${state}`, value]),
  );
  const { both: BOTH, coordinatorOnly: COORDINATOR_ONLY, planOnly: PLAN_ONLY } = last;
  const started = all.reduce((whole, _, index) => whole + startedIn(years, from + index), 0);
  return {
    figures: {
      P1: { value: plansIn(last), by: { AGE: by('P1/AGE'), REPORT: by('P1/REPORT') } },
      P3: { value: started },
      P4: { value: all.reduce((whole, one) => whole + one.ended, 0), by: { REASON: by('P4/REASON') } },
      P6: { by: { REVIEW: by('P6/REVIEW'), RECENCY: by('P6/RECENCY') } },
      C1: { value: BOTH + COORDINATOR_ONLY, by: { UNIT: by('C1/UNIT'), KIND: by('C1/KIND') } },
      C2: { by: { PLAN: { BOTH, COORDINATOR_ONLY, PLAN_ONLY } } },
      C5: counted('C5/KIND', 'KIND'),
      C6: counted('C6/WISH', 'WISH'),
      G1: { value: PLAN_ONLY + last.otherGap - last.left },
      G2: { value: last.left },
      A1: counted('A1/SOURCE', 'SOURCE'),
      A2: { value: sum(by('A2/AGE')), by: { AGE: by('A2/AGE'), SOURCE: by('A2/SOURCE') } },
      A3: { value: sum(answers), by: { ITEM: firstOf(answers), ITEM_OUTCOME: answers } },
      A7: { value: last.waiting },
      D4: { by: { RULE_STATE: Object.fromEntries(rules) as Counts } },
      K2: counted('K2/OUTCOME', 'OUTCOME'),
      K4: counted('K4/OUTCOME', 'OUTCOME'),
      E1: { value: sum(by('E1/UNIT')), by: { UNIT: by('E1/UNIT'), ANSWER: by('E1/ANSWER') } },
      M1: {
        value: sum(ways) + sum(by('U4/INVOLVEMENT')),
        by: { TYPE: { COORDINATION: sum(ways), PROFESSIONAL: sum(by('U4/INVOLVEMENT')) } },
      },
      U2: counted('U2/PREPARED', 'PREPARED'),
      U3: { value: sum(ways), by: { AGE_AT: firstOf(ways), AGE_HEARD: ways } },
      U4: counted('U4/INVOLVEMENT', 'INVOLVEMENT'),
      U5: counted('U5/CONTENT', 'CONTENT'),
      U6: counted('U6/VOICE', 'VOICE'),
      U7: counted('U7/WITH_PERSON', 'WITH_PERSON'),
      V2: counted('V2/PROMISE', 'PROMISE'),
    },
    format: 1,
    municipality: '9109',
    period: { from: `${2023 + from}-01-01`, to: `${2023 + from + count}-01-01` },
    rules: 'STAT-2',
    statusOn: `${2022 + from + count}-12-31`,
  };
}

/** The unit's tree of all these municipalities. */
const unitTree = ['SCHOOL', ['HOME', ['NAV', 'NOT_STATED']]] as const;

/** Everything that is ever published of three years: each year, then the block. */
export function editionsOf(
  years: readonly Year[],
  levels: Readonly<Record<string, Level>>,
): readonly Edition[] {
  const policy = { levels, unitTree, blockFrom: 2023 };
  const earlier: Edition[] = [];
  for (const [from, count] of [
    [0, 1],
    [1, 1],
    [2, 1],
    [0, 3],
  ] as const) {
    const figures = figuresOf(years, from, count);
    earlier.push(
      published(figures, {
        level: levelOfPeriod(figures.period, policy) ?? 'YEAR',
        policy,
        earlier,
        publication: 'PUB_2',
      }),
    );
  }
  return earlier;
}
