import type { LetterDocument, Line } from './document.js';
import { withLines } from './document.js';
import type { SubjectMatter } from './template/template.js';

/** What is handed out to be filled in by hand as well: of no case, with a rule where something is not known (F23). */
const forms: readonly SubjectMatter[] = ['REFERRAL', 'INFORMATION', 'PLAN'];
export const isForm = (about: SubjectMatter): boolean => forms.includes(about);

const rule = '________________';
const cell: Line = [{ text: '________' }];
const rowsToFill = 4;

/** The form with a rule wherever a value is lacking, and rows to fill in where a table has none. */
export function blank(document: LetterDocument): LetterDocument {
  const ruled = withLines(document, (line: Line) =>
    line.map((run) => (run.field !== undefined && run.text === '' ? { ...run, text: rule } : run)),
  );
  return {
    ...ruled,
    blocks: ruled.blocks.map((block) =>
      block.kind === 'table' && block.rows.length === 0
        ? { ...block, rows: Array.from({ length: rowsToFill }, () => block.head.map(() => cell)) }
        : block,
    ),
  };
}
