export { type Change, changesBetween, Concerning, type Later } from './domain/changes/index.js';
export { type Day, dayOf, type Period, plusDays } from './domain/days.js';
export type { Fact, FactKind } from './domain/facts.js';
export {
  type Contributors,
  type Counted,
  type Figures,
  figuresOf,
  figuresWithParticipation,
  type Question,
} from './domain/figures/index.js';
export { nextOf, periodIn } from './domain/period.js';
export type { Edition } from './domain/publication/edition.js';
export { published, type Publishing } from './domain/publication/publish.js';
export { restated, type Restated } from './domain/publication/restated.js';
export { type Level, levelOfPeriod, type PublicationPolicy } from './domain/publication/policy.js';
export { Register } from './domain/register.js';
export { type Counting, countingBy, type FigureRules, rulesOf, rulesToday } from './domain/rules.js';
export { type Fingerprinted, fingerprinted } from './fingerprinted.js';
export { changesIn, type Choice, editionIn, figuresIn } from './history/ask.js';
export { type History, readHistory, registerOf, UnreadableHistory } from './history/read.js';
export { type CodeTable, readCodeTable } from './national/code-table.js';
export {
  checkWords,
  type Coded,
  codedStatus,
  type CompletenessCheck,
  completenessChecks,
  completenessOf,
  statusFileOf,
} from './national/status.js';
export { type Cut, FactsOfLog, type Known, type Until } from './recorded/facts-of-log.js';
export { type Behind, behind } from './recorded/behind.js';
export { type Asking, type CountedAt, countedAt, countedBefore, countedOf } from './recorded/counted-at.js';
export { factsOf } from './recorded/facts-of.js';
export { laterIn } from './recorded/later.js';
export { type Rebuilt, cutOf, rebuilt } from './recorded/rebuilt.js';
export { leavesOf } from './domain/changes/index.js';
export * from './domain/report/codes.js';
export { type ReportEvent, reportEvents } from './domain/report/decide.js';
export { reportRefusals } from './domain/report/refusals.js';
export { policyOf } from './domain/report/state.js';
export * from './questions.js';
export * from './told/index.js';
