export * from './domain/codes.js';
export { type Choice, noTo } from './domain/choice.js';
export {
  type Consent,
  isLive,
  type Withdrawal,
  withConsent,
  withNarrowing,
  withoutConsents,
  withWithdrawal,
} from './domain/consent.js';
export { aroundPerson } from './around-person.js';
export { type CoordinationEvent, coordinationEvents } from './domain/events.js';
export type { EarlierStep } from './domain/intents.js';
export {
  type EndReport,
  endReportsAfter,
  openIn,
  reportsAfter,
  type UnitReport,
} from './domain/told-reports.js';
export { coordinationRefusals } from './domain/refusals.js';
export {
  authorityOfCoordinationStep,
  coordinationStream,
  coordinatorsMeant,
  everSaid,
  openForSubjects,
  planInCoordination,
  plansRunning,
  reportedUnits,
  restingOnCases,
  standingForSubjects,
  subjectIdOfPlan,
  proposedUnit,
} from './questions.js';
