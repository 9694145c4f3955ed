import { same } from '#event-sourcing';
import { gathered, mostLines } from './files.js';
import { listCsv } from './list-csv.js';
import { listXlsx } from './list-xlsx.js';
import { Saying } from './saying.js';
import { date, mark, number, type Table, text } from './table.js';
import { openedWorkbook } from './workbook.testing.js';

interface Tree {
  readonly serial: string | null;
  readonly name: string;
  readonly plantedOn: string | null;
  readonly height: number | null;
}

const table: Table<Tree> = {
  title: ['Trær', 'Tre'],
  name: 'trees',
  columns: [
    mark(['Nummer', 'Nummer'], ({ serial }) => serial),
    text(['Navn', 'Namn'], ({ name }) => name),
    date(['Plantet', 'Planta'], ({ plantedOn }) => plantedOn),
    number(['Høyde', 'Høgd'], ({ height }) => height),
  ],
};
const oak: Tree = { serial: '2026/3', name: '=1+1', plantedOn: '2026-03-02', height: 7 };
const bare: Tree = { serial: null, name: '+47 & <b>\u0007', plantedOn: null, height: null };
const written = { table, say: new Saying('nn'), top: [['Øvst', '=1']] };

const sheetOf = async (trees: readonly Tree[]) => openedWorkbook(await listXlsx(written, [trees]));

describe('a list that goes out', () => {
  it('E2 is a workbook of texts, days and numbers, and no formula whatever a name begins with', async () => {
    const { sheet, cells, styles, workbook } = await sheetOf([oak, bare]);
    expect(cells).toEqual([
      ['A1', 'Øvst'],
      ['B1', '=1'],
      ['A2', 'Nummer'],
      ['B2', 'Namn'],
      ['C2', 'Planta'],
      ['D2', 'Høgd'],
      ['A3', '2026/3'],
      ['B3', '=1+1'],
      // 2 March 2026, as spreadsheets count days.
      ['C3', 46_083],
      ['D3', 7],
      ['B4', '+47 &amp; &lt;b&gt;'],
    ]);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(styles).toContain('formatCode="dd.mm.yyyy"');
    expect(workbook).toContain('name="Tre"');
  });

  it('E2 has no cell that is longer than a spreadsheet takes', async () => {
    const { cells } = await sheetOf([{ ...bare, name: 'å'.repeat(40_000) }]);
    expect(String(cells.at(-1)?.[1])).toHaveLength(32_767);
  });

  it('E2 is the same as CSV, where a number of a case is no month', async () => {
    const parts: string[] = [];
    for await (const part of listCsv(written, [[oak], [bare]], ';')) parts.push(part);
    expect(parts.join('')).toBe(
      "\ufeffØvst;'=1\r\nNummer;Namn;Planta;Høgd\r\nnr. 2026/3;'=1+1;2026-03-02;7\r\n;'+47 & <b>\u0007;;\r\n",
    );
  });

  it('E2 is refused where it is longer than goes out at once', async () => {
    async function* pages(count: number) {
      for (let page = 0; page < count; page++) yield Array.from({ length: 1_000 }, () => oak);
    }
    expect((await gathered(pages(mostLines / 1_000))).flat()).toHaveLength(mostLines);
    await expect(gathered(pages(mostLines / 1_000 + 1))).rejects.toMatchObject({
      type: 'list-too-long',
      status: 422,
    });
  });

  it('E2 is read a page at a time for a workbook, one list after the other, also after one that failed', async () => {
    const told: string[] = [];
    async function* pages(name: string, fails = false) {
      for (const page of [1, 2]) {
        told.push(`${name}${page}`);
        if (fails) throw new Error('Nothing more is read.');
        yield [{ ...oak, name: `${name}${page}` }];
        told.push(`${name}${page} taken`);
      }
    }
    const [one, failed, other] = await Promise.allSettled([
      listXlsx(written, pages('a')),
      listXlsx(written, pages('b', true)),
      listXlsx(written, pages('c')),
    ]);
    expect([one, failed, other].map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told).toEqual(['a1', 'a1 taken', 'a2', 'a2 taken', 'b1', 'c1', 'c1 taken', 'c2', 'c2 taken']);
    const { cells } = openedWorkbook((one as PromiseFulfilledResult<Uint8Array>).value);
    expect(cells.filter(([at]) => at?.startsWith('B')).map(([, value]) => value)).toEqual([
      '=1',
      'Namn',
      'a1',
      'a2',
    ]);
  });

  it('E2 says a person whose keys are destroyed, or whose name nobody told, by a mark', () => {
    const person = { subjectId: 'a', birthYear: null, protectedAddress: null, disposed: false };
    const say = new Saying('nb');
    expect(say.subject({ ...person, givenName: 'Testine', familyName: 'Østby' })).toBe('Østby, Testine');
    expect(say.subject({ ...person, givenName: null, familyName: null })).toBe('[uten navn]');
    expect(say.subject({ ...person, givenName: null, familyName: null, disposed: true })).toBe('[slettet]');
    expect([say.flag(false), say.word({ name: 'x', codes: ['A'], words: { A: same('a') } }, 'A')]).toEqual([
      null,
      'a',
    ]);
  });
});
