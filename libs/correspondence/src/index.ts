export { blank, isForm } from './domain/blank.js';
export { compose, type Composed } from './domain/compose/compose.js';
export type { Facts } from './domain/compose/facts.js';
export { checklist, type Checked } from './domain/contents.js';
export { type Block, type LetterDocument, type Line, textOf } from './domain/document.js';
export { dayInWords } from './domain/days.js';
export { type Element, elements } from './domain/elements.js';
export { html } from './domain/html.js';
export { type Language, languages } from './domain/language.js';
export { lix } from './domain/lix.js';
export { type Own, type Terms, wordsOf } from './domain/own-words.js';
export { plainText } from './domain/plain.js';
export { catalogue, type Words } from './domain/template/catalogue.js';
export type { SubjectMatter, Template, Written } from './domain/template/template.js';
export { type Answered, complaintFacts } from './facts/complaint.js';
export { applicationFacts, type DecidedCase, decisionFacts } from './facts/decision.js';
export { type Addressed, letterFacts } from './facts/letter.js';
export { easeOf, type Letters, lettersIn } from './files/library.js';
export { TemplateFaults } from './files/load.js';
export { visible } from './domain/visible.js';
export { type Layout, type Printed, Printer } from './typst/printer.js';
export { capital, wordOf } from './facts/wording.js';
export {
  type PrintedFigure,
  type PrintedLine,
  type PrintedReport,
  ReportPrinter,
} from './typst/report-printer.js';
