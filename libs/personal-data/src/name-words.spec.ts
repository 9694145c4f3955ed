import fc from 'fast-check';
import { inNorwegianOrder, nearlySame, wordsOf } from './name-words.js';

describe('the words of a name', () => {
  it.each([
    ['Testine Prøvesen', ['testine', 'prøvesen']],
    ['  ANNE-LISE   Prøve ', ['anne', 'lise', 'prøve']],
    ['José Müller', ['jose', 'muller']],
    ['Åse Bråten', ['aase', 'braaten']],
    ['Aase', ['aase']],
    ['Björn Wærnes', ['bjørn', 'wærnes']],
    ["O'Prøve", ['oprøve']],
    ['A\u030Ase', ['aase']],
    ['', []],
    [' - ', []],
  ])('of "%s" are %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it('keep ø, æ and o apart', () => {
    expect(wordsOf('Bø')).not.toEqual(wordsOf('Bo'));
    expect(wordsOf('Bæ')).not.toEqual(wordsOf('Ba'));
  });

  it('are the same in either Unicode form and any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aåæøéüñzÅÆØ -')) }), (name) => {
        expect(wordsOf(name.normalize('NFD'))).toEqual(wordsOf(name));
        expect(wordsOf(name.toUpperCase())).toEqual(wordsOf(name));
      }),
    );
  });
});

describe('names nearly the same', () => {
  it.each([
    ['testine', 'testine', true],
    ['testine', 'tesitne', true],
    ['testine', 'testin', true],
    ['testine', 'ttestine', true],
    ['testine', 'tastine', true],
    ['testine', 'tastina', false],
    ['testine', 'prøvine', false],
    ['bo', 'bø', false],
    ['ann', 'annika', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(nearlySame(a, b)).toBe(same);
    expect(nearlySame(b, a)).toBe(same);
  });

  it('are those with one letter taken out', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abcø')), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), (one, at) => {
        const index = at % one.length;
        expect(nearlySame(one, one.slice(0, index) + one.slice(index + 1))).toBe(true);
      }),
    );
  });
});

describe('Norwegian order', () => {
  it('has æ, ø and å last, and aa among them', () => {
    expect(['Åmot', 'Østby', 'Aamodt', 'Ærlig', 'Zahl', 'Berg'].toSorted(inNorwegianOrder)).toEqual([
      'Berg',
      'Zahl',
      'Ærlig',
      'Østby',
      'Aamodt',
      'Åmot',
    ]);
  });
});
