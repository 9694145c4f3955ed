import { caseEvents, outcomes } from '#casework';
import { codesOf, listedCodesOf } from '../validation/codes.js';

const {
  ApplicationReceived: { fields: application },
  ApplicationCompleted: { fields: completion },
  NeedNotified: { fields: need },
  MappingCompleted: { fields: mapping },
  CriterionAssessed: { fields: assessment },
  DecisionMade: { fields: decision },
  DecisionNotified: { fields: notification },
  ApplicationWithdrawn: { fields: withdrawal },
} = caseEvents.declared;

/** The codes of a case, as its events declare them. */
export const caseCodes = {
  channels: codesOf(application.channel),
  items: listedCodesOf(application.items),
  applicantRoles: codesOf(application.applicantRole),
  applicationParts: listedCodesOf(completion.what),
  notifierRoles: codesOf(need.notifierRole),
  wishes: codesOf(need.subjectWishes),
  competenceBases: codesOf(mapping.competenceBasis),
  criteria: codesOf(assessment.criterion),
  outcomes,
  bodies: codesOf(decision.decidedBy),
  recipients: listedCodesOf(notification.recipients),
  withdrawers: codesOf(withdrawal.withdrawnBy),
};
