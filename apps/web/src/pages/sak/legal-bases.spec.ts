import { basesFor, legalBasisChoices, type Right } from './legal-bases.js';

const rights: readonly Right[] = [
  { item: 'INDIVIDUAL_PLAN', legalBasis: 'KHL_6_2A', validFrom: '2001-01-01', validUntil: '2011-12-31' },
  { item: 'INDIVIDUAL_PLAN', legalBasis: 'HOL_7_1', validFrom: '2012-01-01', validUntil: null },
  { item: 'INDIVIDUAL_PLAN', legalBasis: 'HOL_7_1_7_2', validFrom: '2012-01-01', validUntil: null },
  { item: 'COORDINATOR', legalBasis: 'HOL_7_1_7_2', validFrom: '2012-01-01', validUntil: null },
  { item: 'COORDINATOR', legalBasis: 'HOL_7_2', validFrom: '2012-01-01', validUntil: null },
];
const decided = (decidedOn: string) => ({
  items: [{ item: 'INDIVIDUAL_PLAN' }, { item: 'COORDINATOR' }, { item: 'GROUP' }],
  decidedBy: { decidedOn },
});

describe('the sections that a decision may rest on', () => {
  it('are those that give a right to an item on the day', () => {
    expect(basesFor(rights, ['COORDINATOR'], '2026-01-01')).toEqual(['HOL_7_1_7_2', 'HOL_7_2']);
    expect(basesFor(rights, ['INDIVIDUAL_PLAN'], '2011-12-31')).toEqual(['KHL_6_2A']);
    expect(basesFor(rights, ['GROUP'], '2026-01-01')).toEqual([]);
  });

  it('are asked for by what stands in the form: the item of the row, and the day as it is typed', () => {
    const choices = legalBasisChoices(rights, (basis) => `§ ${basis}`);
    const of = (path: string, day: string) =>
      choices[path.replace(/\d+/, '')]?.(decided(day), path)?.map(({ value }) => value);
    expect(of('items[1].legalBasis', '2.11.2026')).toEqual(['HOL_7_1_7_2', 'HOL_7_2']);
    expect(of('items[2].legalBasis', '2.11.2026')).toEqual([]);
    expect(of('items[0].legalBasis', '2.11.2005')).toEqual(['KHL_6_2A']);
    expect(of('legalBasis', '2.11.2026')).toEqual(['HOL_7_1', 'HOL_7_1_7_2', 'HOL_7_2']);
    expect(of('legalBasis', 'ikke en dag')).toContain('HOL_7_1');
    expect(choices['legalBasis']?.(decided('2.11.2005'), 'legalBasis')).toEqual([
      { value: 'KHL_6_2A', label: '§ KHL_6_2A' },
    ]);
  });

  it('are all of them until the law is read', () => {
    expect(
      legalBasisChoices(undefined, String)['legalBasis']?.(decided('i dag'), 'legalBasis'),
    ).toBeUndefined();
  });
});
