import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { columnsIn } from './columns.js';
import { say as sayOfCell } from './faults.js';
import { letterOf, placeOf, sayFault } from './grid.js';
import { readFile } from './read-file.js';
import { textsIn } from './workbook/texts.js';
import { readWorkbook } from './workbook/read-workbook.js';
import type { Encoding } from './read-csv.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'samspor-lists-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: string | Uint8Array, encoding: Encoding = 'utf-8') {
  const path = join(folder, 'list');
  writeFileSync(path, bytes);
  return readFile(path, { encoding });
}
const rowsOf = async (bytes: string | Uint8Array, encoding?: Encoding) => (await read(bytes, encoding)).rows;
const workbook = (rows: readonly (readonly unknown[])[]): Promise<Buffer> =>
  writeXlsxFile(rows as never, {}).toBuffer();

/** A workbook written by hand, as no spreadsheet writes one. */
function crafted({
  rows,
  shared = '',
  styles = '',
  sheets = 1,
  from1904 = false,
}: {
  readonly rows: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly sheets?: number;
  readonly from1904?: boolean;
}): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${Number(from1904)}"/><sheets>${'<sheet name="Ark" sheetId="1" r:id="r1"/>'.repeat(sheets)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r2', 'sharedStrings', 'texts.xml')}${relation('r3', 'styles', '/xl/styles.xml')}${relation('r1', 'worksheet', 'sheets/one.xml')}</Relationships>`,
    'xl/sheets/one.xml': `<worksheet xmlns:x="x"><sheetData>${rows}</sheetData></worksheet>`,
    'xl/texts.xml': `<sst>${shared}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  const encoded = Object.entries(parts).map(([path, xml]) => [path, Buffer.from(xml)] as const);
  return Buffer.from(zipSync(Object.fromEntries(encoded)));
}

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
      [],
      ['B', 'c'],
    ]));

  it('is read as Windows-1252 where that is said, and else names the first row that is no UTF-8', async () => {
    const bytes = Buffer.from('Navn;Enhet\nTesta;A\n\u00c5se;B\n', 'latin1');
    await expect(read(bytes)).rejects.toThrow('row 3 is not written in UTF-8');
    expect((await rowsOf(bytes, 'windows-1252'))[2]).toEqual(['Åse', 'B']);
  });

  it('is read as Windows-1252 by itself where either is taken, and names the first row that is neither', async () => {
    const bytes = Buffer.from('Navn\n\u00c5se\n', 'latin1');
    expect((await rowsOf(bytes, 'either'))[1]).toEqual(['Åse']);
    expect((await rowsOf('Navn\nÅse\n', 'either'))[1]).toEqual(['Åse']);
    await expect(read(Buffer.from('Navn\nA\n\u0081se\n', 'latin1'), 'either')).rejects.toThrow('row 3 is');
    await expect(read(Buffer.from('%PDF-1.7\n\0\0'), 'either')).rejects.toThrow(
      'neither a workbook nor text',
    );
  });

  it('counts no empty rows, and holds none', async () => {
    const rows = await rowsOf(`Navn;Enhet\n${';\n'.repeat(1_000_000)}Åse;B`);
    expect([rows.length, rows[500_000], rows.at(-1)]).toEqual([1_000_002, [], ['Åse', 'B']]);
    await expect(read(`Navn\n${'\n'.repeat(1_048_577)}`)).rejects.toThrow('more than 1048576 rows');
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

  it('tells of one wrong cell once, and of so many cells at most', async () => {
    const one = await read(`Navn;Enhet\n${'a"'.repeat(100_000)};B\n`);
    expect(one.faults).toHaveLength(1);
    expect(one.rows[1]?.[1]).toBe('B');
    const many = await read(`Navn\n${'a"\n'.repeat(20_000)}`);
    expect(many.faults).toHaveLength(10_000);
  });

  it('is read at once where a cell is as long as the whole file', async () => {
    const long = 'x'.repeat(10_000_000);
    expect(
      (await rowsOf(`Navn\n"${long}""${long}"\n${long}`)).map((row) => row[0]?.toString().length),
    ).toEqual([4, 20_000_001, 10_000_000]);
  });

  it('is refused where a row has far more cells than any list', () =>
    expect(read(`Navn\n${';'.repeat(1_000_000)}`)).rejects.toThrow('row 2 has more than 200 columns'));

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
      { row: 2, column: 2, what: sayOfCell('formula') },
      { row: 3, column: 1, what: sayOfCell('merged', { range: 'A3:B3' }) },
    ]);
  });

  it('takes of formulas what they came to where that is asked, and works out none', () => {
    const rows =
      '<row r="1"><c><f>A2*2</f><v>14</v></c><c t="str"><f>NAME()</f><v>Åse</v></c><c><f>1+1</f></c></row>';
    const read = readWorkbook(crafted({ rows }), { takesValues: true });
    expect(read.rows).toEqual([[14, 'Åse']]);
    expect(read.faults).toEqual([{ row: 1, column: 3, what: sayOfCell('formula-without-value') }]);
  });

  it('is refused where it declares entities, of its own or from elsewhere', () => {
    const rows = '<row r="1"><c t="inlineStr"><is><t>&e;</t></is></c></row>';
    const bytes = crafted({ rows, shared: '<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/hostname">]>' });
    expect(() => readWorkbook(bytes)).toThrow('declares a document type of its own');
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
    expect(() => readWorkbook(bomb, { most: 1_000_000 })).toThrow('far larger unpacked');
  });

  it.each([
    ['<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>', 'row 2000000000 holds something'],
    ['<row r="2000000000"><c><v>1</v></c></row>', 'row 2000000000 holds something'],
    ["<x:row r='2e9'><x:c t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c></x:row>", 'row 2000000000 holds'],
    ['<row r="3"><c r="&#88;FD3"><v>1</v></c></row>', 'row 3, column XFD holds something'],
    ['<row r="3"><c r="ZZZZZZZZ3"><v>1</v></c></row>', /row 3, column number \d+ holds something/],
    [`<row r="3">${'<c><v>1</v></c>'.repeat(201)}</row>`, 'row 3, column GS holds something'],
    ["<row r = '3'><c><v>1</v></c></row>", 'cannot be read: save it anew'],
    ['<row r="-1"><c><v>1</v></c></row>', 'cannot be read: save it anew'],
    ['<row r="1"><c r="A1"><v>1</v></c>', 'cannot be read: save it anew'],
  ])('is refused at the first cell that lies too far off, by its place: %s', (rows, why) =>
    expect(() => readWorkbook(crafted({ rows }))).toThrow(why),
  );

  it('is read where what lies far off is empty, as whole columns that are formatted are', () => {
    const far = '<row r="1048576" ht="15"/><row r="1048577"><c r="XFD1048577" s="1"/></row>';
    const rows = `<row r="1"><c r="A1" t="str"><v>Navn</v></c><c r="XFD1" s="1"/></row>${far}`;
    expect(readWorkbook(crafted({ rows }))).toEqual({ rows: [['Navn']], faults: [] });
  });

  it('tells of errors, and of cells that say nothing, where they are', () => {
    const cells = [
      '<c t="e"><v>#N/A</v></c>',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c t="s"><v>7</v></c>',
      '<c t="n"><v>seven</v></c>',
      '<c t="d"><v>2026-13-01</v></c>',
      '<c t="odd"><v>1</v></c>',
    ];
    const { faults } = readWorkbook(crafted({ rows: `<row r="2">${cells.join('')}</row>` }));
    expect(faults.map(({ row, column }) => [row, column])).toEqual([1, 2, 3, 4, 5, 6].map((one) => [2, one]));
    expect(faults.map(({ what }) => what.en.split(' ', 3).join(' '))).toEqual([
      'holds an error,',
      'holds a formula:',
      ...Array.from({ length: 4 }, () => 'cannot be read:'),
    ]);
  });

  it('is read with runs of text, letters by their numbers, days of both calendars, truth and times', () => {
    const rows = `<row><c t="s"><v>0</v></c><c s="1"><v>46053</v></c><c s="2"><v>46053.5</v></c><c s="3"><v>46053</v></c>
      <c t="d"><v>2026-01-31T09:00:00</v></c><c t="b"><v>1</v></c><c s="1"><v>59</v></c></row>`;
    const shared = '<si><r><t>Å</t></r><r><t>se_x000A_</t></r><rPh><t>ose</t></rPh></si>';
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-414]d\\.\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0&quot; dager&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>`;
    const day = (at: string) => new Date(`${at}Z`);
    expect(readWorkbook(crafted({ rows, shared, styles })).rows).toEqual([
      [
        'Åse\n',
        day('2026-01-31T00:00:00'),
        day('2026-01-31T12:00:00'),
        46053,
        day('2026-01-31T00:00:00'),
        true,
        day('1900-02-28T00:00:00'),
      ],
    ]);
    const since1904 = crafted({ rows: '<row><c s="1"><v>44591</v></c></row>', styles, from1904: true });
    expect(readWorkbook(since1904).rows).toEqual([[day('2026-01-31T00:00:00')]]);
  });

  it.each([
    ['parts in parts without end', '<ab>'.repeat(200_000)],
    ['a tag with attributes without end', `<c ${'a="" '.repeat(2_000)}/>`],
  ])('is refused at once where it has %s', (_, rows) =>
    expect(() => readWorkbook(crafted({ rows }))).toThrow('the workbook cannot be read'),
  );

  it('is read at once where a format of numbers has no end', () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="${'['.repeat(4_000)}"/></numFmts><cellXfs>${'<xf numFmtId="170"/>'.repeat(1_000)}</cellXfs>`;
    expect(readWorkbook(crafted({ rows: '<row><c><v>1</v></c></row>', styles })).rows).toEqual([[1]]);
  });

  it('is refused where it has far more parts, sheets or texts than any list', () => {
    const parts = zipSync({
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        `<Relationships>${'<Relationship/>'.repeat(10_001)}</Relationships>`,
      ),
    });
    expect(() => readWorkbook(Buffer.from(parts))).toThrow('the workbook cannot be read');
    expect(() => readWorkbook(crafted({ rows: '', sheets: 300 }))).toThrow('more than 255 sheets');
    expect(() => textsIn('<sst><si/><si/><si/></sst>', 2)).toThrow('more than 2 texts');
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
    expect(sayFault({ row: 3, column: 2, what: sayOfCell('empty') }, ['Navn', 'Enhet'])).toBe(
      'row 3, column B (Enhet): is empty.',
    );
    expect(sayFault({ row: 3, column: 2, what: sayOfCell('empty') }, ['Navn', 'Enhet'], 'nn')).toBe(
      'rad 3, kolonne B (Enhet): er tom.',
    );
    expect(sayFault({ row: 1, what: sayOfCell('heading-twice') }, ['Navn'])).toMatch(/^row 1: the same/);
  });
});

describe('a heading', () => {
  it('is compared at once, however long it is', () => {
    const { at } = columnsIn(
      { rows: [[`${':'.repeat(5_000_000)}a`, 'Navn *']], faults: [] },
      {
        name: { headings: ['navn'] },
      },
    );
    expect(at).toEqual({ name: 1 });
  });
});
