import type { LetterDocument, Line } from './document.js';
import { withLines } from './document.js';
import type { SubjectMatter } from './template/template.js';

/** What is handed out to be filled in by hand as well: of no case, with a rule where something is not known (F23). */
const forms: readonly SubjectMatter[] = ['REFERRAL', 'INFORMATION', 'PLAN'];
export const isForm = (about: SubjectMatter): boolean => forms.includes(about);

const rule = '________________';

/** The form with a rule wherever a value is lacking. */
export const blank = (document: LetterDocument): LetterDocument =>
  withLines(document, (line: Line) =>
    line.map((run) => (run.field !== undefined && run.text === '' ? { ...run, text: rule } : run)),
  );
