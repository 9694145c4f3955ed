import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { letterOf, placeOf, sayFault } from './grid.js';
import { readFile } from './read-file.js';
import { readWorkbook } from './read-workbook.js';
import type { Encoding } from './read-csv.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'samspor-lists-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: string | Uint8Array, encoding: Encoding = 'utf-8') {
  const path = join(folder, 'list');
  writeFileSync(path, bytes);
  return readFile(path, encoding);
}
const rowsOf = async (bytes: string | Uint8Array, encoding?: Encoding) => (await read(bytes, encoding)).rows;
const workbook = (rows: readonly (readonly unknown[])[]): Promise<Buffer> =>
  writeXlsxFile(rows as never, {}).toBuffer();

describe('a CSV', () => {
  it.each([
    ['semicolons, as in Norwegian', 'Navn;Enhet\r\nÅse;"a;""b"""\r\n'],
    ['commas', 'Navn,Enhet\nÅse,"a;""b"""'],
    ['tabulators', 'Navn\tEnhet\rÅse\ta;"b"\r'.replace('a;"b"', '"a;""b"""')],
    ['a byte order mark', '\ufeffNavn;Enhet\nÅse;"a;""b"""\n'],
  ])('is read with %s', async (_, text) =>
    expect(await rowsOf(text)).toEqual([
      ['Navn', 'Enhet'],
      ['Åse', 'a;"b"'],
    ]),
  );

  it('is read with line ends in its cells, and cells that are missing', async () =>
    expect(await rowsOf('Navn;Enhet\n"Å\nse"\n\nB;c')).toEqual([
      ['Navn', 'Enhet'],
      ['Å\nse'],
      [''],
      ['B', 'c'],
    ]));

  it('is read as Windows-1252 where that is said, and else names the first row that is no UTF-8', async () => {
    const bytes = Buffer.from('Navn;Enhet\nTesta;A\n\u00c5se;B\n', 'latin1');
    await expect(read(bytes)).rejects.toThrow('row 3 is not written in UTF-8');
    expect((await rowsOf(bytes, 'windows-1252'))[2]).toEqual(['Åse', 'B']);
  });

  it('is read as UTF-16 where its byte order mark says so', async () =>
    expect(await rowsOf(Buffer.from('\ufeffNavn\tEnhet\nÅse\tB', 'utf16le'))).toEqual([
      ['Navn', 'Enhet'],
      ['Åse', 'B'],
    ]));

  it('tells where a quotation mark is wrong', async () => {
    const { faults } = await read('Navn;Enhet\nTe"sta;A\n"Testa;B\n');
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  it('has no row where it is empty', async () => expect(await rowsOf('')).toEqual([]));
});

describe('a workbook', () => {
  const text = (value: string) => ({ type: String, value });
  const head = [text('Navn'), text('Fra')];

  it('is read with texts, numbers and days, each in its row', async () => {
    const day = { type: Date, value: new Date('2026-01-31T00:00:00Z'), format: 'dd.mm.yyyy' };
    const rows = await rowsOf(
      await workbook([head, [text('Åse'), day], [], [{ type: Number, value: 1001 }]]),
    );
    expect(rows.slice(0, 2)).toEqual([
      ['Navn', 'Fra'],
      ['Åse', new Date('2026-01-31T00:00:00Z')],
    ]);
    expect(rows[3]?.[0]).toBe(1001);
  });

  it('tells of formulas and of merged cells where they are', async () => {
    const { faults } = await read(
      await workbook([
        head,
        [text('Åse'), { type: 'Formula', value: '1+1' }],
        [{ type: String, value: 'Testa', columnSpan: 2 }, null],
      ]),
    );
    expect(faults).toEqual([
      { row: 2, column: 2, what: expect.stringContaining('formula') },
      { row: 3, column: 1, what: expect.stringContaining('A3:B3') },
    ]);
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['no workbook', () => zipSync({ 'a.txt': new Uint8Array(3) }), 'no workbook of the kind .xlsx'],
    ['damaged', async () => (await workbook([head])).subarray(0, 900), 'damaged|no workbook'],
    ['of an older kind', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'older kind'],
  ])('is refused where it is %s', async (_, bytes, why) =>
    expect(read(await bytes())).rejects.toThrow(new RegExp(why)),
  );

  it('is refused where it is far larger unpacked, whatever it says of its size', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(4_000_000) }));
    expect(bomb.length).toBeLessThan(20_000);
    // What the file says of the unpacked size is not believed.
    const says = bomb.indexOf(Buffer.from([0x00, 0x09, 0x3d, 0x00]));
    if (says >= 0) bomb.writeUInt32LE(10, says);
    await expect(readWorkbook(bomb, 1_000_000)).rejects.toThrow('far larger unpacked');
  });
});

describe('a place in a spreadsheet', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [703, 'AAA'],
  ])('%i is column %s', (column, letter) => {
    expect(letterOf(column)).toBe(letter);
    expect(placeOf(`${letter}12`)).toEqual({ row: 12, column });
  });
  it('is told with its heading, and never with what stands there', () => {
    expect(sayFault({ row: 3, column: 2, what: 'is empty.' }, ['Navn', 'Enhet'])).toBe(
      'row 3, column B (Enhet): is empty.',
    );
    expect(sayFault({ row: 1, what: 'x.' }, ['Navn'])).toBe('row 1: x.');
  });
});
