import { codeList, same, wordFor } from './codes.js';

const bodies = codeList('body', {
  MEETING: same('møtet i <unit>'),
  BOARD: ['nemnda', 'nemnda'],
});

describe('a code list', () => {
  it('has its codes in the order in which they were given', () =>
    expect(bodies).toMatchObject({ name: 'body', codes: ['MEETING', 'BOARD'] }));

  it('calls a code what the municipality calls it, else what is usual', () => {
    expect(wordFor(bodies, 'MEETING')).toEqual([
      'møtet i koordinerende enhet',
      'møtet i koordinerande eining',
    ]);
    const own = {
      unit: same('koordinerende team'),
      coordinator: same('x'),
      group: same('x'),
      theGroup: same('x'),
    };
    expect(wordFor(bodies, 'MEETING', own)).toEqual(same('møtet i koordinerende team'));
  });

  it('leaves a code as it is that it has no word for, such as one of an object’s own', () => {
    expect(wordFor(bodies, 'CHOIR')).toEqual(same('CHOIR'));
    expect(wordFor(bodies, 'constructor')).toEqual(same('constructor'));
  });
});
