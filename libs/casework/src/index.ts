export * from './domain/codes.js';
export {
  type CaseRule,
  deadlineInputs,
  deadlineReasons,
  deadlineRules,
  type DeadlineState,
  deadlineStates,
  liftReasons,
} from './domain/deadlines/codes.js';
export { computedFrom, type DeadlineInput, deadlineSentences } from './domain/deadlines/inputs.js';
export {
  type CaseFacts,
  type ComplaintRule,
  complaintRuleFor,
  deadlinesOf,
  isOwed,
} from './domain/deadlines/of-case.js';
export { factsIn } from './domain/deadlines/facts.js';
export { type OtherwiseDue, otherwiseBy, tablesWith } from './domain/deadlines/rehearse.js';
export * from './domain/readiness/index.js';
export { conditionsOf } from './domain/conditions.js';
export { basesFor, rights } from './domain/legal-bases.js';
export { type DecisionWarning, decisionWarnings } from './domain/warnings.js';
export { caseEvents } from './domain/events.js';
export { caseworkRefusals } from './domain/refusals.js';
export { complainedIn, type ComplainedDecision, setAsideBy } from './complained.js';
export * from './questions.js';
