import { complaintDeadline, outerLimit } from './complaint.js';
import type { Deadline } from './deadline.js';
import {
  birthday,
  complaintHandling,
  consentExpiry,
  decisionTime,
  planReview,
  preliminaryReply,
  unitMeeting,
} from './duties.js';
import type { InputsOf } from './inputs.js';
import type { RuleId } from './rules.js';

const computations: { readonly [Rule in RuleId]: (inputs: InputsOf[Rule]) => Deadline } = {
  PRELIM_REPLY: preliminaryReply,
  DECISION_TIME: decisionTime,
  COMPLAINT_PBRL: (inputs) => complaintDeadline('COMPLAINT_PBRL', 'COMPLAINT_PBRL', inputs),
  COMPLAINT_FVL: (inputs) => complaintDeadline('COMPLAINT_FVL', 'COMPLAINT_FVL', inputs),
  GROUNDS_REQUEST: (inputs) => complaintDeadline('GROUNDS_REQUEST', inputs.base, inputs),
  COMPLAINT_LATE: outerLimit,
  COMPLAINT_HANDLING: complaintHandling,
  PLAN_REVIEW: planReview,
  KE_MEETING: unitMeeting,
  CHILD_16: (inputs) => birthday('CHILD_16', inputs),
  CHILD_18: (inputs) => birthday('CHILD_18', inputs),
  CONSENT_EXPIRY: consentExpiry,
};

/** What a rule says of what is known. Pure, by local days alone; throws a RangeError where what it needs is not told. */
export const computeDeadline = <Rule extends RuleId>(rule: Rule, inputs: InputsOf[Rule]): Deadline =>
  computations[rule](inputs);
