import { caseSearch } from './search.js';

describe('the address of a case', () => {
  it.each([
    ['a step', { steg: 'Cases_decide' }, { steg: 'Cases_decide' }],
    ['a day, by a clock', { dag: '2026-03-02', klokke: 'skrevet' }, { dag: '2026-03-02', klokke: 'skrevet' }],
    ['no step as of a day', { dag: '2026-03-02', steg: 'Cases_decide' }, { dag: '2026-03-02' }],
    ['nothing else', { dag: 'i går', klokke: 'min', steg: 7 }, {}],
  ])('names %s', (_, given, understood) => expect(caseSearch(given)).toEqual(understood));
});
