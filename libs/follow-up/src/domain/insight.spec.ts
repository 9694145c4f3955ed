import { specOf } from '#event-sourcing/testing/spec-of';
import { planSections } from '#vocabulary';
import { followUpDecider } from './decide.js';
import { fact, intent } from './example-follow-up.testing.js';
import { type InsightDecision, insightTurnedAt, seenByParent } from './insight.js';

const { rows } = specOf(followUpDecider);

/** Born 2 March 2010: 12 on 2 March 2022, 16 in 2026, 18 in 2028. */
const birth = '2010-03-02';
const mother = 'party-mother';
const father = 'party-father';
const decided = { sections: ['NEEDS'], decidedOn: '2020-01-01' } as const;
const required: InsightDecision = decided;
const wished: InsightDecision = { ...decided, ground: 'OWN_WISH' };
const weighty: InsightDecision = { ...decided, ground: 'WEIGHTY' };

const sees = (day: string, decisions: readonly InsightDecision[], partyId = mother) =>
  seenByParent({ birth, day, partyId, decisions });
const seesNeeds = (day: string, decisions: readonly InsightDecision[], partyId = mother) =>
  sees(day, decisions, partyId).includes('NEEDS');

describe('What a parent may see by law (pbrl § 3-4)', () => {
  const days = {
    'the day before 12': '2022-03-01',
    'at 12': '2022-03-02',
    'the day before 16': '2026-03-01',
    'at 16': '2026-03-02',
    'the day before 18': '2028-03-01',
    'at 18': '2028-03-02',
  } as const;
  // What was decided of a section, and whether a parent sees it at each of these ages.
  it.each<[string, readonly InsightDecision[], readonly (keyof typeof days)[]]>([
    ['nothing was decided of', [], ['the day before 12', 'at 12', 'the day before 16']],
    ['the child holds back', [wished], ['the day before 12']],
    ['weighty regards hold back', [weighty], []],
    [
      'parental responsibility requires',
      [required],
      ['the day before 12', 'at 12', 'the day before 16', 'at 16', 'the day before 18'],
    ],
    [
      'the child holds back and responsibility requires',
      [wished, required],
      ['the day before 12', 'at 12', 'the day before 16', 'at 16', 'the day before 18'],
    ],
    ['weighty regards hold back and responsibility requires', [weighty, required], []],
    ['all three are decided of', [wished, weighty, required], []],
  ])('of a section that %s', (_, decisions, expected) => {
    const seen = Object.entries(days).flatMap(([age, day]) => (seesNeeds(day, decisions) ? [age] : []));
    expect(seen).toEqual(expected);
  });

  it('is all of the rest, or nothing from 16 on', () => {
    const others = planSections.codes.filter((section) => section !== 'NEEDS');
    expect(sees('2022-03-02', [wished])).toEqual(others);
    expect(sees('2026-03-02', [required])).toEqual(['NEEDS']);
    expect(sees('2028-03-02', [required])).toEqual([]);
  });

  it('differs between two parents where it was decided of one', () => {
    const ofFather = [{ ...wished, partyId: father }];
    expect([seesNeeds('2024-01-01', ofFather), seesNeeds('2024-01-01', ofFather, father)]).toEqual([
      true,
      false,
    ]);
    const forMother = [{ ...required, partyId: mother }];
    expect([seesNeeds('2027-01-01', forMother), seesNeeds('2027-01-01', forMother, father)]).toEqual([
      true,
      false,
    ]);
  });

  it('holds from the day on which it was decided up to its end', () => {
    const decision = [{ ...wished, decidedOn: '2023-05-01', endedOn: '2023-06-01' }];
    const around = ['2023-04-30', '2023-05-01', '2023-05-31', '2023-06-01'];
    expect(around.map((day) => seesNeeds(day, decision))).toEqual([true, false, false, true]);
  });

  it('is the least there may be of a child known by its year alone, and nothing of who is of unknown age', () => {
    const of = (known: number | undefined, day: string) =>
      seenByParent({ birth: known, day, partyId: mother, decisions: [wished] }).length;
    const all = planSections.codes.length;
    expect([of(2010, '2021-12-31'), of(2010, '2022-01-01'), of(2010, '2026-01-01')]).toEqual([
      all,
      all - 1,
      0,
    ]);
    expect(of(undefined, '2022-01-01')).toBe(0);
  });
});

describe('The age at which a parent sees otherwise', () => {
  const turned = (day: string, startedOn: string, known: string | number | undefined = birth) =>
    insightTurnedAt({ birth: known, day, plansSince: [startedOn] })?.age;
  it.each([
    ['the day before 12', '2022-03-01', undefined],
    ['at 12', '2022-03-02', 'FROM_12'],
    ['the day before 16', '2026-03-01', undefined],
    ['at 16', '2026-03-02', 'FROM_16'],
    ['at 18', '2028-03-02', 'ADULT'],
    ['a month after 18', '2028-04-02', 'ADULT'],
    ['more than a year after 18', '2029-03-03', undefined],
  ])('is, %s', (_, day, expected) => {
    expect(turned(day, '2021-09-01')).toBe(expected);
  });

  it('counts where a plan ran before it', () => {
    expect(['2026-03-01', '2026-03-02', '2026-03-03'].map((began) => turned('2026-03-05', began))).toEqual([
      'FROM_16',
      undefined,
      undefined,
    ]);
    expect(insightTurnedAt({ birth, day: '2026-03-05', plansSince: [] })).toBeUndefined();
  });

  it('is known of a year alone on its last day, and never where no birth is', () => {
    expect(['2026-12-30', '2026-12-31'].map((day) => turned(day, '2021-09-01', 2010))).toEqual([
      undefined,
      'FROM_16',
    ]);
    expect(insightTurnedAt({ birth: undefined, day: '2026-12-31', plansSince: ['2021-09-01'] })).toBe(
      undefined,
    );
  });
});

describe('The day on which it did', () => {
  it('is the birthday, also where it is looked at later', () => {
    expect(insightTurnedAt({ birth, day: '2026-05-05', plansSince: ['2021-09-01'] })).toEqual({
      age: 'FROM_16',
      since: '2026-03-02',
    });
  });
});

describe('An age that changes what parents see', () => {
  rows(intent.noticeAge, [
    ['is noticed', [], {}, [fact.insightDue()]],
    ['is noticed once', [fact.insightDue()], { reviewId: 'review-2', dueOn: '2026-02-13' }, []],
    [
      'is another than the one before',
      [fact.insightDue()],
      { reviewId: 'review-2', age: 'FROM_16' },
      [fact.insightDue({ reviewId: 'review-2', age: 'FROM_16' })],
    ],
  ]);
  rows(intent.reviewInsight, [
    ['is gone through with the person', [fact.insightDue()], {}, [fact.insightReviewed()]],
    ['is gone through once', [fact.insightDue(), fact.insightReviewed()], {}, 'insight-reviewed'],
    ['that was not noticed is not gone through', [], {}, 'no-such-insight-review'],
    [
      'is not gone through before it is reached',
      [fact.insightDue()],
      { reviewedOn: '2026-02-11' },
      'date-order',
    ],
  ]);
});

describe('A decision of what a parent may see', () => {
  const child = { birthYear: 2012 };
  rows(intent.withhold, [
    ['keeps a section from the parents', [], { asked: child }, [fact.withheld()]],
    [
      'may be of one of them',
      [],
      { asked: child, partyId: 'party-8' },
      [fact.withheld({ partyId: 'party-8' })],
    ],
    ['is of a section', [], { asked: child, sections: [] }, 'no-sections'],
    ['names each section once', [], { asked: child, sections: ['NEEDS', 'NEEDS'] }, 'no-sections'],
    ['is no wish of a child under 12', [], { asked: { birthYear: 2015 } }, 'too-young'],
    [
      'may be by weighty regards however young it is',
      [],
      { asked: { birthYear: 2015 }, ground: 'WEIGHTY' },
      [fact.withheld({ ground: 'WEIGHTY' })],
    ],
    ['is not made of an adult', [], { asked: { birthYear: 2007 } }, 'of-age'],
    ['is by somebody known', [], { asked: child, partyIsKnown: false }, 'unknown-party'],
  ]);
  rows(intent.require, [
    ['lets a parent see what responsibility requires', [], { asked: child }, [fact.required()]],
    ['is of a section, too', [], { asked: child, sections: [] }, 'no-sections'],
    ['is not made of an adult, either', [], { asked: { birthYear: 2007 } }, 'of-age'],
  ]);
  rows(intent.endInsight, [
    ['ends', [fact.withheld()], {}, [fact.insightEnded()]],
    ['ends once', [fact.withheld(), fact.insightEnded()], {}, 'insight-ended'],
    ['that was not made does not end', [], {}, 'no-such-insight'],
    ['does not end before it was made', [fact.withheld()], { endedOn: '2026-02-09' }, 'date-order'],
  ]);
});
