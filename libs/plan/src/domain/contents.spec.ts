import { planLacks } from './codes.js';
import { contentsOf, type PlanFacts } from './contents.js';

const whole: PlanFacts = {
  sections: ['OWN_STORY', 'RESOURCES', 'NEEDS', 'COOPERATION'],
  goals: 1,
  participants: [{ hasContribution: true, isOutside: false }],
  measures: [{ hasExtent: true, hasHow: true, binds: true }],
  subPlans: 0,
  until: '2026-12-31',
  nextReviewOn: '2026-08-01',
  isCoordinated: true,
  consents: ['PLAN', 'SHARE'],
};
const lacking = (differs: Partial<PlanFacts>) =>
  contentsOf({ ...whole, ...differs }, '2026-03-02').flatMap(({ content, lacks }) =>
    lacks.map((lack) => `${content} ${lack}`),
  );

describe('the nine contents of a plan', () => {
  it('are all there', () => expect(lacking({})).toEqual([]));

  it.each<[string, Partial<PlanFacts>, readonly string[]]>([
    ['goals', { goals: 0 }, ['A NO_GOAL']],
    ['resources and needs', { sections: ['COOPERATION'] }, ['A NO_RESOURCES', 'A NO_NEEDS']],
    ['participants', { participants: [] }, ['B NO_PARTICIPANT', 'D NO_CONTRIBUTION']],
    ['a coordinator', { isCoordinated: false }, ['C NO_COORDINATOR']],
    [
      'what each gives',
      { participants: [...whole.participants, { hasContribution: false, isOutside: false }] },
      ['D NO_CONTRIBUTION'],
    ],
    ['measures', { measures: [] }, ['E NO_MEASURE', 'F NO_HOW']],
    [
      'their extent, who has cleared them, and how',
      { measures: [{ hasExtent: false, hasHow: false, binds: false }] },
      ['E NO_EXTENT', 'E NO_CLEARANCE', 'F NO_HOW'],
    ],
    ['a period', { until: null, nextReviewOn: null }, ['G NO_PERIOD', 'G NO_REVIEW_DAY']],
    ['a period that goes on', { until: '2026-03-01' }, ['G PERIOD_ENDED']],
    ['consents', { consents: [] }, ['H NO_PLAN_CONSENT', 'H NO_SHARE_CONSENT']],
    ['cooperation', { sections: ['RESOURCES', 'NEEDS'] }, ['I NO_COOPERATION']],
  ])('tell that %s lack', (_, differs, lacks) => expect(lacking(differs)).toEqual(lacks));

  it('describe how once for all measures', () =>
    expect(
      lacking({
        sections: [...whole.sections, 'HOW'],
        measures: [{ hasExtent: true, hasHow: false, binds: true }],
      }),
    ).toEqual([]));

  it('count those from outside, and plans that are parts, as cooperation', () => {
    const sections = ['RESOURCES', 'NEEDS'];
    expect(lacking({ sections, subPlans: 1 })).toEqual([]);
    expect(lacking({ sections, participants: [{ hasContribution: true, isOutside: true }] })).toEqual([]);
  });

  it('are told in both languages', () => {
    for (const [nb, nn] of Object.values(planLacks.words)) {
      expect(nb).toMatch(/\.$/);
      expect(nn).toMatch(/\.$/);
    }
  });
});
