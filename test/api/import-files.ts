import { zipSync } from 'fflate';

/** Headings of an earlier register, as somebody might have them. */
export const head = 'Fnr;Født;Navn;IP startet;Avsluttet;Årsak;Koordinator;Koordinator fra;Samtykke;Merknad';
const good = ';2.3.1991;Frisk Radsen;1.2.2021;;;;;1.1.2021;';

/** A workbook by hand: what stands in the sheet, and anything else beside it. */
export function workbook(rows: string, beside: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Ark" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'sheets/one.xml')}${relation('r2', 'sharedStrings', 'texts.xml')}</Relationships>`,
    'xl/sheets/one.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/texts.xml': '<sst/>',
    ...beside,
  };
  const bytes = Object.entries(parts).map(
    ([path, of]) => [path, typeof of === 'string' ? Buffer.from(of) : of] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}
export const line = (...cells: readonly string[]) =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const heads = line('Født', 'Navn', 'IP startet', 'Samtykke');
const csv = (...rows: readonly string[]) => Buffer.from([head, ...rows].join('\r\n'));

/** What is refused as a whole: by its name, the file and what is said of it. */
export const unreadable: readonly (readonly [name: string, file: () => Buffer, why: RegExp])[] = [
  ['a file of spaces', () => Buffer.from('   \n'), /er tom|ingen kolonne/],
  ['headings alone', () => Buffer.from(head), /ingen rader/],
  ['headings of something else', () => Buffer.from('Vare;Pris\nKaffe;9\n'), /Fødselsnummer/],
  ['names without what tells who', () => Buffer.from('Navn;IP startet\nA B;1.1.2020\n'), /Fødselsnummer/],
  ['people without plans', () => Buffer.from('Fnr;Navn\n1;A\n'), /Koordinator/],
  ['the same heading twice', () => Buffer.from('Fnr;Fødselsnummer;IP startet\n1;1;\n'), /to ganger/],
  ['a PDF', () => Buffer.from('%PDF-1.7\n\0\0\0'), /verken en arbeidsbok eller tekst/],
  ['an older workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /eldre type/],
  ['an archive of something else', () => Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) })), /typen .xlsx/],
  ['a workbook that is cut off', () => workbook(heads).subarray(0, 300), /skadet|typen .xlsx/],
  ['a workbook of no XML', () => workbook('<row><c></row>'), /kan ikke leses/],
  [
    'a workbook without its sheet',
    () => workbook('', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    /kan ikke leses/,
  ],
  [
    'an external entity',
    () =>
      workbook(line('&amp;e;'), {
        'xl/texts.xml': '<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst/>',
      }),
    /dokumenttype/,
  ],
  [
    'entities that multiply',
    () =>
      workbook('', {
        'xl/sheets/one.xml': '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet/>',
      }),
    /dokumenttype/,
  ],
  [
    'a ZIP bomb',
    () => workbook('', { 'xl/worksheets/bomb.xml': new Uint8Array(80 * 1024 * 1024) }),
    /utpakket/,
  ],
  [
    'a row far off',
    () => workbook(`${heads}<row r="1048570"><c r="A1048570"><v>1</v></c></row>`),
    /rad 1048570/,
  ],
  ['a column far off', () => workbook(`${heads}<row r="2"><c r="XFD2"><v>1</v></c></row>`), /kolonne XFD/],
  ['more columns than any list', () => Buffer.from(`${head}${';'.repeat(300)}\n`), /mer enn 200 kolonner/],
  ['more rows than a spreadsheet has', () => Buffer.from(`${head}\n${'\n'.repeat(1_048_600)}`), /rader/],
  [
    'more rows than a unit has',
    () => csv(...Array.from({ length: 5_001 }, () => good)),
    /mer enn 5000 rader/,
  ],
  [
    'an encoding that nobody uses',
    () => Buffer.from('Fnr;Navn;IP startet\n1;\x81\x8d;\n', 'latin1'),
    /tegnsett/,
  ],
  ['parts in parts without end', () => workbook('<ab>'.repeat(2_000_000)), /kan ikke leses/],
  [
    'a cell with attributes without end',
    () => workbook(`<row><c ${Array.from({ length: 400_000 }, (_, n) => `a${n}=""`).join(' ')}/></row>`),
    /kan ikke leses/,
  ],
  [
    'a sheet over a sheet',
    () =>
      workbook('', {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${'<sheet name="A" sheetId="1" r:id="r1"/>'.repeat(300)}</sheets></workbook>`,
      }),
    /mer enn 255 ark/,
  ],
];

/** What is refused row by row, while the good row beside it stands: by its name, the file, the row and what is said of it. */
export const faulty: readonly (readonly [name: string, file: () => Buffer, row: number, why: RegExp])[] = [
  [
    'a name in the number column',
    () => csv(good, 'Ola Nordmannsen;;Ola;1.2.2021;;;;;1.1.2021;'),
    3,
    /11 sifrene/,
  ],
  ['a number with a slip', () => csv(good, '17819012345;;Ola;1.2.2021;;;;;1.1.2021;'), 3, /stemmer ikke/],
  ['ten digits as text', () => csv(good, '1781901234;;Ola;1.2.2021;;;;;1.1.2021;'), 3, /stemmer ikke/],
  ['nobody', () => csv(good, ';;;1.2.2021;;;;;1.1.2021;'), 3, /hvem det gjelder/],
  ['nothing of plans', () => csv(good, ';2.3.1992;Ola Prøve;;;;;;;Ringes'), 3, /sier ingenting/],
  ['30 February', () => csv(good, ';2.3.1992;Ola Prøve;30.2.2021;;;;;1.1.2021;'), 3, /ingen dato/],
  ['an American date', () => csv(good, ';2.3.1992;Ola Prøve;12/31/2021;;;;;1.1.2021;'), 3, /ingen dato/],
  ['a day to come', () => csv(good, ';2.3.1992;Ola Prøve;1.2.2099;;;;;1.1.2021;'), 3, /etter i dag/],
  ['a birth to come', () => csv(good, ';2.3.2092;Ola Prøve;1.2.2021;;;;;1.1.2021;'), 3, /etter i dag/],
  [
    'an end before the start',
    () => csv(good, ';2.3.1992;Ola Prøve;1.2.2021;1.1.2021;Flyttet;;;1.1.2021;'),
    3,
    /før den startet/,
  ],
  [
    'an end without a start',
    () => csv(good, ';2.3.1992;Ola Prøve;;1.1.2021;Flyttet;;;1.1.2021;'),
    3,
    /når planen startet/,
  ],
  ['no consent', () => csv(good, ';2.3.1992;Ola Prøve;1.2.2021;;;;;nei;'), 3, /samtykke/],
  ['a consent without a day', () => csv(good, ';2.3.1992;Ola Prøve;1.2.2021;;;;;Ja;'), 3, /skriv dagen/],
  [
    'a child who consents alone',
    () => csv(good, ';2.3.2015;Ola Prøve;1.2.2021;;;;;1.1.2021;'),
    3,
    /under 16/,
  ],
  [
    'a coordinator nobody knows',
    () => csv(good, ';2.3.1992;Ola Prøve;;;;Ukjent Person;1.2.2021;1.1.2021;'),
    3,
    /ingen av de ansatte/,
  ],
  [
    'a coordinator from no day',
    () => csv(good, ';2.3.1992;Ola Prøve;;;;Kari Importkoordinator;;1.1.2021;'),
    3,
    /fra hvilken dag/,
  ],
  [
    'a formula in a CSV',
    () => csv(good, ';2.3.1992;=HYPERLINK("x");1.2.2021;;;;;1.1.2021;'),
    3,
    /formel|anførselstegn/,
  ],
  [
    'a million empty rows',
    () =>
      csv(
        good,
        `${';'.repeat(9)}\r\n`.repeat(700_000),
        `${'\n'.repeat(300_000)};2.3.1992;Ola Prøve;30.2.2021;;;;;1.1.2021;`,
      ),
    1_000_004,
    /ingen dato/,
  ],
  [
    'quotation marks in every cell',
    () => csv(good, `;2.3.1992;${'a"'.repeat(500_000)};1.2.2021;;;;;1.1.2021;`),
    3,
    /anførselstegn/,
  ],
  [
    'a quotation mark in a cell',
    () => csv(good, ';2.3.1992;Ola "O" Prøve;1.2.2021;;;;;1.1.2021;'),
    3,
    /anførselstegn/,
  ],
  [
    'letters that were opened wrongly',
    () => csv(good, ';2.3.1992;Ã…se PrÃ¸ve;1.2.2021;;;;;1.1.2021;'),
    3,
    /tegnsett/,
  ],
  [
    'letters that turn the text',
    () => csv(good, ';2.3.1992;Ola \u202ePrøve;1.2.2021;;;;;1.1.2021;'),
    3,
    /én linje/,
  ],
  [
    'a name without end',
    () => csv(good, `;2.3.1992;${'Ola '.repeat(100)};1.2.2021;;;;;1.1.2021;`),
    3,
    /200 tegn/,
  ],
  [
    'merged cells',
    () =>
      workbook('', {
        'xl/sheets/one.xml': `<worksheet><sheetData>${heads}${line('2.3.1991', 'Frisk Radsen', '1.2.2021', '1.1.2021')}${line('2.3.1992', 'Ola Prøve', '1.2.2021', '1.1.2021')}</sheetData><mergeCells><mergeCell ref="B3:C3"/></mergeCells></worksheet>`,
      }),
    3,
    /slått sammen/,
  ],
  [
    'a formula without a value',
    () =>
      workbook(
        `${heads}${line('2.3.1991', 'Frisk Radsen', '1.2.2021', '1.1.2021')}<row><c t="inlineStr"><is><t>2.3.1992</t></is></c><c><f>A1&amp;B1</f></c></row>`,
      ),
    3,
    /uten verdi/,
  ],
  [
    'an error in a cell',
    () =>
      workbook(
        `${heads}${line('2.3.1991', 'Frisk Radsen', '1.2.2021', '1.1.2021')}<row><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>Ola</t></is></c></row>`,
      ),
    3,
    /inneholder en feil/,
  ],
];
