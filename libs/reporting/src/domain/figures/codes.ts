/** The closed lists by which figures are broken down, each with every code, also where nothing counts. */
export const ageBands = ['0-5', '6-12', '13-17', '18-24', '25-66', '67+', 'UNKNOWN'];
export const threeAges = ['0-17', '18-66', '67+', 'UNKNOWN'];
export const provenances = ['CONFIRMED', 'REPORTED', 'IMPORTED'];
export const reportStates = [
  'CONFIRMED',
  'IMPORTED',
  'REPORTED_UP_TO_DATE',
  'REPORTED_SILENT',
  'REPORTED_INCOMPLETE',
];
export const closureReasons = [
  'OWN_WISH',
  'NEED_CEASED',
  'MOVED',
  'DECEASED',
  'TRANSFERRED',
  'TURNED_18',
  'OTHER',
];
export const caseClosureReasons = [
  'NOT_FOLLOWED_UP',
  'DECEASED',
  'MOVED',
  'TRANSFERRED',
  'DUPLICATE',
  'DECLINED',
  'OTHER',
];
export const items = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'];
export const outcomes = ['GRANTED', 'PARTLY', 'REFUSED'];
export const itemOutcomes = items.flatMap((item) => outcomes.map((outcome) => `${item}:${outcome}`));
export const notifiers = ['EMPLOYEE', 'SPECIALIST_SERVICE', 'NEXT_OF_KIN', 'OTHER'];
export const applicants = ['SUBJECT', 'REPRESENTATIVE', 'EMPLOYEE', 'GUARDIAN'];
export const ruleStates = ['DECISION_TIME', 'PRELIM_REPLY'].flatMap((rule) =>
  ['MET', 'MISSED', 'LAPSED'].map((state) => `${rule}:${state}`),
);
export const meetingTypes = ['KE', 'KE_SYSTEM', 'COORDINATION', 'PROFESSIONAL'];
export const reconsidered = ['CHANGED', 'UPHELD'];
export const governorOutcomes = ['MEDHOLD', 'DELVIS', 'IKKE', 'OPPHEVET', 'AVVIST'];
export const disputeTopics = ['UNIT_PLACEMENT', 'HANDLING'];
export const amounts = ['UNDER_50K', '50K_250K', 'OVER_250K'];
export const wishes = ['YES', 'NO', 'NO_WISH'];
export const planStatuses = ['ACTIVE', 'PAUSED', 'IN_PREPARATION', 'DECLINED', 'NONE'];
export const coordinatorStatuses = ['CHILD', 'ORDINARY', 'NO'];
export const notStated = 'NOT_STATED';
export const planContents = ['BY_PERSON', 'BY_OTHER', 'NOT_APPROVED', 'ON_PAPER', 'NONE'];
export const voices = ['OWN', 'TOLD', 'NONE'];
export const agesAtMeeting = ['0-11', '12-17', '18+', 'UNKNOWN'];
export const waysOfTakingPart = ['TOOK_PART', 'HEARD', 'BY_GUARDIAN', 'NOT'];
export const preparations = ['YES', 'NO', 'DECLINED'];
export const involvements = ['PRESENT', 'INFORMED', 'DECLINED'];
export const promisers = ['PARTY', 'UNIT', 'SUBJECT'];
export const promiseStates = ['KEPT', 'KEPT_LATE', 'OPEN', 'NOT_KEPT', 'RELEASED'];
export const clearanceAnswers = ['GRANTED', 'DECLINED', 'WAITING'];
export const userBodies = [
  'USER_COUNCIL',
  'DISABILITY_COUNCIL',
  'SENIOR_COUNCIL',
  'YOUTH_COUNCIL',
  'USER_ORGANISATION',
  'NEXT_OF_KIN_GROUP',
  'OTHER',
];
export const standpoints = ['SUPPORTS', 'SUPPORTS_WITH_REMARKS', 'AGAINST', 'NO_ANSWER'];
/** Each code of one list with each of another, `12-17:HEARD`. */
export const crossed = (codes: readonly string[], others: readonly string[]): readonly string[] =>
  codes.flatMap((one) => others.map((other) => `${one}:${other}`));

/** One of the list; what a later release adds counts under OTHER where the list has that. */
export const amongst = (codes: readonly string[], code: string): string =>
  codes.includes(code) || !codes.includes('OTHER') ? code : 'OTHER';
