export { computeDeadline } from './compute.js';
export { type Day, dayOf, daysFrom, type Period, plusDays } from './days.js';
export {
  type DayOff,
  daysOffOn,
  isWorkingDay,
  workingDayFrom,
  workingDayUntil,
  workingDaysAfter,
} from './days-off.js';
export type { Deadline, Step, Verdict } from './deadline.js';
export { type Delivery, faultsIn, type InputsOf, type Lodging } from './inputs.js';
export { faultsInVersion, type ProposedVersion } from './proposed.js';
export {
  isRuleId,
  type LawRule,
  lawRules,
  type RuleId,
  ruleIds,
  type RuleTables,
  type RuleVersion,
  rules,
  versionOn,
} from './rules.js';
export { sentenceOf, staffSentences } from './sentences/index.js';
export { periodIn } from './sentences/words.js';
