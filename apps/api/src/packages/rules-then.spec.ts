import { lawOn, rulesOn } from './rules-then.js';

const terms = {} as Parameters<typeof lawOn>[2]['terms'];
const said = { language: 'nb', terms } as const;

describe('the rules of a day', () => {
  const law = (day: string, cited: Parameters<typeof lawOn>[1]['cited'] = []) =>
    lawOn(day, { asked: ['CHILD_COORDINATOR'], cited }, said).rights[0];

  it.each([
    ['2022-07-31', ['helse- og omsorgstjenesteloven § 7-2'], 2],
    [
      '2022-08-01',
      ['helse- og omsorgstjenesteloven § 7-2 a', 'pasient- og brukerrettighetsloven § 2-5 c'],
      4,
    ],
  ])('are on %s those of that day: sections, and as many conditions', (day, sections, conditions) => {
    expect(law(day)?.sections).toEqual(sections);
    expect(law(day)?.conditions).toHaveLength(conditions);
  });

  it('name what the municipality cites that was in force, and nothing whose end is not known', () => {
    const cited = [
      { name: 'gammel', validUntil: '2011-12-31', replacedBy: ['NY'] },
      { name: 'ny', validFrom: '2012-01-01', replacedBy: [] },
      { name: 'avløst, ingen vet når', replacedBy: ['NY'] },
      { name: 'alltid', replacedBy: [] },
      { name: undefined, replacedBy: [] },
    ];
    const on = (day: string) => lawOn(day, { asked: [], cited }, said).cited;
    expect(on('2011-12-31').map(({ name }) => name)).toEqual(['gammel', 'alltid']);
    expect(on('2012-01-01')).toEqual([
      { name: 'ny', since: '2012-01-01' },
      { name: 'alltid', since: undefined },
    ]);
  });

  it('give a group no right by law', () =>
    expect(lawOn('2026-01-20', { asked: ['GROUP'], cited: [] }, said).rights).toMatchObject([
      { sections: [], conditions: [] },
    ]));

  it('tell the municipality’s own days for a complaint where it had set them', () => {
    const handling = (dayOf: Parameters<typeof rulesOn>[2]['dayOf']) =>
      rulesOn('2026-01-20', 'nn', { tables: {}, dayOf }).at(-1);
    expect(handling(() => '2026-02-03')).toMatchObject({ period: '14 dagar', version: 'kommunens eigen' });
    expect(handling(() => undefined)).toMatchObject({ period: 'tre veker', version: '1' });
  });
});
