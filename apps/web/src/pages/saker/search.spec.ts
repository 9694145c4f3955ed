import { caseQuery, casesSearch } from './search.js';

describe('the address of the cases', () => {
  it.each([
    ['ikke-klageklar', true],
    ['klageklar', false],
  ] as const)('asks for those that are %s', (vis, lacking) =>
    expect(caseQuery({ vis })).toEqual({ lacking }),
  );

  it('keeps what it understands and leaves out the rest', () => {
    expect(
      casesSearch({
        vis: 'over-fristen',
        status: 'MAPPED.NOBODY',
        fra: '2026-03-02',
        til: 'i dag',
        navn: 'Nora',
      }),
    ).toEqual({ vis: 'over-fristen', status: 'MAPPED', fra: '2026-03-02' });
  });

  it('asks the API for the same', () => {
    expect(
      caseQuery({
        vis: 'uten-avgjorelse',
        status: 'MAPPED.CLOSED',
        gjelder: 'GROUP',
        liste: 'saker',
        orden: 'eldste',
        savnes: 'CHILD_NOT_HEARD',
        apne: 'ja',
        enhet: 'SCHOOL',
      }),
    ).toEqual({
      withoutDecision: true,
      status: ['MAPPED', 'CLOSED'],
      item: 'GROUP',
      gap: 'CHILD_NOT_HEARD',
      unit: 'SCHOOL',
      open: true,
      oldestFirst: true,
    });
  });
});
