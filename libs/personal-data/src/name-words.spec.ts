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

  it.each([
    ['Prø\u00ADvesen', 'Prøvesen'],
    ['Prø\u200Bve\u2060sen\uFEFF', 'Prøvesen'],
    ['\u202DTestine\u202C', 'Testine'],
    ['Ŋuoŋas', 'NUONAS'],
    ['Máhtte Áŧŧestupmi Čeađđju', 'Mahtte Attestupmi Ceaddju'],
    ['Ǩiurâl Ǥuõʒʒ Ǯeʹrʹrǩed', 'Kiural Guozz Zerrked'],
    ['Ïssjem Ööbsaaw', 'Issjem Øøbsaaw'],
    ['O´Brien', "O'Brien"],
    ['Oʼbrien', 'O’Brien'],
    ['O＇Brien', 'OBrien'],
    ['ＴＥＳＴ', 'test'],
    ['ﬁnn', 'Finn'],
    ['WEIß', 'Weiss'],
    ['Đorđe', 'Ɖorɖe'],
    ['Þór Ðór', 'Thor Dor'],
    ['ΟΔΥΣΣΕΥΣ', 'Οδυσσευς'],
  ])('C5 %j and %j are the same to see', (a, b) => {
    expect(wordsOf(a)).toEqual(wordsOf(b));
    expect(wordsOf(a)).not.toEqual([]);
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

  const points = (...ranges: readonly (readonly [number, number])[]) =>
    ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
    );
  // Latin with its supplements and extensions, Greek with its extension, Cyrillic with its supplements.
  const letters = points(
    [0x41, 0x24f],
    [0x250, 0x2af],
    [0x370, 0x52f],
    [0x1c80, 0x1c8f],
    [0x1d00, 0x1dbf],
    [0x1e00, 0x1fff],
    [0x2c60, 0x2c7f],
    [0xa640, 0xa69f],
    [0xa720, 0xa7ff],
    [0xab30, 0xab6f],
  ).filter((letter) => /^\p{L}$/u.test(letter));

  it('C5 hold every letter of the Latin, Greek and Cyrillic blocks, in either form and case', () => {
    expect(letters.length).toBeGreaterThan(2_000);
    const isMark = (letter: string) => /^\p{Lm}$/u.test(letter);
    const lost = letters.filter((letter) => !isMark(letter) && wordsOf(`Pr${letter}ve`).length !== 1);
    expect(lost).toEqual([]);
    const differing = letters.filter((letter) =>
      (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).some(
        (form) => wordsOf(`Pr${letter}ve`.normalize(form)).join() !== wordsOf(`Pr${letter}ve`).join(),
      ),
    );
    expect(differing).toEqual([]);
    const byCase = letters.filter(
      (letter) =>
        Array.from(letter.toUpperCase()).length === 1 &&
        wordsOf(`pr${letter.toUpperCase()}ve`).join() !== wordsOf(`pr${letter}ve`).join(),
    );
    expect(byCase).toEqual([]);
  });

  const ignorable = points([0, 0xffff], [0x1bca0, 0x1bca3], [0x1d173, 0x1d17a], [0xe0000, 0xe0fff]).filter(
    (one) => /^\p{Default_Ignorable_Code_Point}$/u.test(one),
  );

  it('C5 are the same with anything invisible in them', () => {
    expect(ignorable.length).toBeGreaterThan(4_000);
    const seen = ignorable.filter((one) => wordsOf(`${one}Prø${one}ve${one}`).join() !== 'prøve');
    expect(seen).toEqual([]);
  });

  it('C5 are not the same as those of letters of another script that look alike', () => {
    for (const [latin, other] of [
      ['Anna', 'Аnnа'],
      ['Oona', 'Οοna'],
      ['Pavel', 'Рavеl'],
      ['Maria', 'Μαria'],
    ] as const) {
      expect(wordsOf(latin)).not.toEqual(wordsOf(other));
    }
    const scriptOf = (letter: string) =>
      ['Latin', 'Greek', 'Cyrillic'].find((script) =>
        new RegExp(`^\\p{Script=${script}}$`, 'u').test(letter),
      );
    const crossed = letters.filter((letter) => {
      const [read = ''] = wordsOf(letter);
      // A symbol such as the Greek-looking ones of phonetics reads as the letter that it stands for.
      return (
        letter.normalize('NFKD') === letter && scriptOf(letter) !== scriptOf(Array.from(read)[0] ?? letter)
      );
    });
    expect(crossed).toEqual([]);
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
