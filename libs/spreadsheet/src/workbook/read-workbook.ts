import { strFromU8 } from 'fflate';
import { say } from '../faults.js';
import { type Grid, UnreadableFile } from '../grid.js';
import { dayStylesIn } from './days.js';
import { gridIn } from './sheet.js';
import { textsIn } from './texts.js';
import { unpacked } from './unpacked.js';
import { walk } from './xml.js';

/** More than anybody leafs through. */
const mostSheets = 255;
/** Parts beside the sheets: pictures, printers, links. */
const mostRelations = 10_000;

export interface WorkbookOptions {
  /** Bytes that it may have unpacked. */
  readonly most?: number | undefined;
  /** Of a formula what it came to when the file was saved is taken; else it is a fault. */
  readonly takesValues?: boolean | undefined;
}

/** Reads the first sheet of a workbook. Whatever it says of its size, no more is held than the most that a list may have. */
export function readWorkbook(bytes: Buffer, { most, takesValues = false }: WorkbookOptions = {}): Grid {
  const parts = unpacked(bytes, most);
  if (!parts.has('xl/workbook.xml')) {
    throw new UnreadableFile(say('no-workbook'));
  }
  const textOf = (path: string | undefined) => strFromU8(parts.get(path ?? '') ?? new Uint8Array());
  try {
    const { sheetId, from1904 } = workbookIn(textOf('xl/workbook.xml'));
    const relations = relationsIn(textOf('xl/_rels/workbook.xml.rels'));
    const pathOf = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.path;
    const sheet = relations.find(({ id }) => id === sheetId)?.path;
    if (sheet === undefined || !parts.has(sheet)) throw new Error('there is no first sheet');
    return gridIn(textOf(sheet), {
      from1904,
      takesValues,
      texts: textsIn(textOf(pathOf('sharedStrings'))),
      dayStyles: dayStylesIn(textOf(pathOf('styles'))),
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(say('unreadable-workbook'), { cause: error });
  }
}

/** Which sheet is named first, and from which year the workbook counts its days. */
function workbookIn(xml: string) {
  const sheets: (string | undefined)[] = [];
  let from1904 = false;
  walk(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name === 'sheet' && sheets.push(attribute('id')) > mostSheets) {
        throw new UnreadableFile(say('too-many-sheets', { most: String(mostSheets) }));
      }
    },
  });
  return { sheetId: sheets[0], from1904 };
}

/** Where the parts of a workbook lie. */
function relationsIn(xml: string) {
  const relations: { readonly id: string; readonly type: string; readonly path: string }[] = [];
  walk(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      if (relations.length >= mostRelations) throw new UnreadableFile(say('unreadable-workbook'));
      const target = attribute('Target') ?? '';
      relations.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      });
    },
  });
  return relations;
}
