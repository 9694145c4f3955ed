import { legalBases, lawReferences } from '#vocabulary';
import { basesFor } from './legal-bases.js';

const named = Object.entries(lawReferences);

describe('the laws that municipalities’ papers cite (A13, F28)', () => {
  it('are told with what replaced them, which is told as well', () => {
    const successors = named.flatMap(([, { replacedBy = [] }]) => replacedBy);
    expect(successors.filter((code) => !Object.hasOwn(lawReferences, code))).toEqual([]);
    expect(lawReferences['KHL_6_2A']).toMatchObject({ to: '2011-12-31', replacedBy: ['HOL_7_1'] });
    expect(lawReferences['PASRL_2_5']?.replacedBy).toContain('PBRL_2_5');
  });

  it('have one replaced no later than the other begins to hold', () => {
    const late = named.filter(([, { to, replacedBy = [] }]) =>
      replacedBy.some((code) => to !== undefined && to >= (lawReferences[code]?.from ?? '9999')),
    );
    expect(late).toEqual([]);
  });

  it('bear the names that decisions on them bear', () => {
    const differ = named.filter(
      ([code, { words }]) =>
        code in legalBases.words && legalBases.words[code as 'HOL_7_1'].join() !== words.join(),
    );
    expect(differ).toEqual([]);
  });

  it.each([
    ['2009-06-01', ['KHL_6_2A', 'PASRL_2_5']],
    ['2011-12-31', ['KHL_6_2A', 'PASRL_2_5']],
    ['2012-01-01', ['HOL_7_1', 'HOL_7_1_7_2', 'PBRL_2_5']],
    ['2026-03-02', ['HOL_7_1', 'HOL_7_1_7_2', 'PBRL_2_5']],
  ])('give a right to a plan on %s under the names of that day', (day, bases) =>
    expect(basesFor(['INDIVIDUAL_PLAN'], day)).toEqual(expect.arrayContaining(bases)),
  );

  it('are no basis under an old name any more', () =>
    expect(basesFor(['INDIVIDUAL_PLAN', 'COORDINATOR'], '2012-01-01')).not.toContain('KHL_6_2A'));
});
