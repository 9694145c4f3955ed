import { type Cell, type Grid, sayOfCell } from '#spreadsheet';
import { staffIn, unitsIn, unitWords } from './lists.js';

const grid = (...rows: readonly (readonly Cell[])[]): Grid => ({ rows, faults: [] });
const staff = (...rows: readonly (readonly Cell[])[]) =>
  staffIn(grid(...rows), { words: unitWords([]), issuer: 'https://login.example' });
const placesOf = (faults: readonly { row?: number; column?: number }[]) =>
  faults.map(({ row, column }) => [row, column]);

describe('a list of staff', () => {
  const head = ['Ansattnr.', 'Navn', 'Enhet', 'Rolle', 'Fra', 'Til og med', 'Telefon', 'Sko'];

  it('is of people with a row for each place, by words or codes, days as people write them', () => {
    const { listed, faults, notes } = staff(
      head,
      [
        1001,
        ' Åse  Test ',
        'skolen',
        'Saksbehandler',
        '01.02.2026',
        new Date('2026-12-31T00:00:00Z'),
        "'+47 00",
        44,
      ],
      ['1001', ' Åse  Test ', 'KE', null, '2026-03-01', '', null, null],
      [null, '', null],
      ['1002', 'Testa', 'KE', 'LEADER', null, null, null, null],
    );
    expect(faults).toEqual([]);
    expect(notes).toEqual([sayOfCell('column-not-read', { letter: 'H' })]);
    expect(listed).toMatchObject([
      {
        row: 2,
        number: '1001',
        name: 'Åse  Test',
        telephone: '+47 00',
        places: [
          { row: 2, unit: 'SCHOOL', role: 'CASEWORKER', from: '2026-02-01', until: '2026-12-31' },
          { row: 3, unit: 'KE', role: 'EMPLOYEE', from: '2026-03-01', until: undefined },
        ],
      },
      { row: 5, number: '1002', places: [{ unit: 'KE', role: 'LEADER' }] },
    ]);
  });

  it('names every fault with its row and column', () => {
    const { faults } = staff(
      head,
      ['1001', '', 'KE', 'Direktør', '31.02.2026', null, '=1+1', null],
      [null, 'Testa', 'Månebasen', null, null, null, null, null],
      ['1003', 'Te\u202esta', '', null, null, 12, null, null],
      ['1004', 'Testa', 'KE'],
      ['1004', 'Tesla', 'KE'],
    );
    expect(placesOf(faults)).toEqual([
      [2, 2],
      [2, 7],
      [2, 4],
      [2, 5],
      [3, 3],
      [3, 1],
      [4, 2],
      [4, 3],
      [4, 6],
      [6, 2],
      [6, 3],
    ]);
    // What stands in the cells is told nowhere.
    expect(JSON.stringify(faults)).not.toMatch(/Månebasen|Tesla|Direktør"/);
  });

  it('needs names, units, and something that tells who it is', () => {
    expect(placesOf(staff(['Telefon', 'Telefon']).faults)).toEqual([
      [1, 2],
      [1, undefined],
      [1, undefined],
      [1, undefined],
    ]);
    expect(() => staff()).toThrow('it is empty');
    expect(() => staff([null, ''])).toThrow('it is empty');
  });

  it('has a login of one person, by whoever issues it', () => {
    const rows = [
      ['Ansattnr', 'Innlogging', 'Navn', 'Enhet'],
      ['1', 'anna', 'Anna', 'KE'],
      ['2', 'anna', 'Berit', 'KE'],
    ];
    const { listed, faults } = staff(...rows);
    expect(listed[0]?.login).toEqual({ issuer: 'https://login.example', subject: 'anna' });
    expect(placesOf(faults)).toEqual([[3, 2]]);
    const nobody = staffIn(grid(...rows.slice(0, 2)), { words: unitWords([]), issuer: undefined });
    expect(placesOf(nobody.faults)).toEqual([[1, 2]]);
  });

  it('takes what any row of a person says, and no two things that differ', () => {
    const rows = [
      ['Ansattnr', 'Innlogging', 'Navn', 'Enhet', 'Telefon', 'E-post'],
      ['1', '', 'Anna', 'KE', '', ''],
      ['1', 'anna', 'Anna', 'NAV', '11', 'anna@kommune.example'],
      ['1', '', 'Anna', 'SCHOOL', '11', ''],
    ];
    const { listed, faults } = staff(...rows);
    expect(faults).toEqual([]);
    expect(listed).toMatchObject([
      {
        login: { issuer: 'https://login.example', subject: 'anna' },
        telephone: '11',
        email: 'anna@kommune.example',
      },
    ]);
    const other = ['1', 'berit', 'Berit', 'HEALTH', '22', 'berit@kommune.example'];
    expect(placesOf(staff(...rows, other).faults)).toEqual([3, 2, 5, 6].map((column) => [5, column]));
  });

  it('has e-mail addresses that a message can be sent to', () => {
    const rows = ['anna@kommune.example', 'Anna <anna@kommune.example>', 'anna', 'a@b, c@d'].map(
      (email, n) => [`${n}`, `Testa ${n}`, 'KE', email],
    );
    const { faults } = staff(['Ansattnr', 'Navn', 'Enhet', 'E-post'], ...rows);
    expect(placesOf(faults)).toEqual([3, 4, 5].map((row) => [row, 4]));
  });

  it('may have 50,000 rows', () => {
    const rows = Array.from({ length: 50_000 }, (_, n) => [`${n}`, `Testa ${n}`, 'KE']);
    expect(staff(['number', 'name', 'unit'], ...rows).listed).toHaveLength(50_000);
    const nameless = Array.from({ length: 50_000 }, (_, n) => [`${n}`, '', 'KE']);
    expect(staff(['number', 'name', 'unit'], ...nameless).faults).toHaveLength(50_000);
  });
});

describe('a list of units', () => {
  it('puts each after the one that it stands under, with a word in both languages', () => {
    const { listed, faults } = unitsIn(
      grid(
        ['Kode', 'Navn', 'Namn', 'Ligger under', 'Leder'],
        ['CHOIR', 'koret', null, 'Kultur', 1001],
        ['CULTURE', 'kultur', 'kultur', null, null],
        ['BAND', 'korpset', 'korpset', 'skolen', null],
      ),
    );
    expect(faults).toEqual([]);
    expect(listed.map(({ code, nn, parent, leader }) => [code, nn, parent, leader])).toEqual([
      ['CULTURE', 'kultur', undefined, undefined],
      ['CHOIR', 'koret', 'CULTURE', '1001'],
      ['BAND', 'korpset', 'SCHOOL', undefined],
    ]);
    expect(unitWords(listed).get('koret')).toBe('CHOIR');
  });

  it('names what is wrong', () => {
    const { faults } = unitsIn(
      grid(
        ['Kode', 'Navn', 'Ligger under'],
        ['choir', 'koret', null],
        ['A', 'a', 'B'],
        ['B', 'b', 'A'],
        ['A', '', null],
        ['', 'c', null],
      ),
    );
    expect(placesOf(faults)).toEqual(
      expect.arrayContaining([
        [2, 1],
        [5, 2],
        [5, 1],
        [6, 1],
      ]),
    );
  });
});
