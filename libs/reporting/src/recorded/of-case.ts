import type { caseEvents } from '#casework';
import type { EventOf } from '#event-sourcing';
import type { Telling } from './mapping.js';

interface Which {
  readonly case: string;
}

/** Whoever decides for a child applies as a guardian does. */
const appliesAs = (role: string) => (role === 'PARENT' ? 'GUARDIAN' : role);

/** The deadlines that figures tell of; others have definitions of their own to come. */
const countedRules: readonly string[] = ['PRELIM_REPLY', 'DECISION_TIME'];

/** Facts of a case. A board's word is no decision until it is made. */
export const ofCase: Telling<EventOf<typeof caseEvents>, Which> = {
  NeedNotified: ({ subjectId: person, notifierRole, notifiedOn: on }, which) => [
    { kind: 'NeedNotified', on, person, notifierRole, ...which },
  ],
  ApplicationReceived: ({ subjectId: person, applicantRole, items, receivedOn: on }, which) => [
    { kind: 'ApplicationReceived', on, person, applicantRole: appliesAs(applicantRole), items, ...which },
  ],
  ApplicationWithdrawn: ({ withdrawnOn: on }, which) => [{ kind: 'ApplicationWithdrawn', on, ...which }],
  PreliminaryReplySent: ({ sentOn: on }, which) => [{ kind: 'PreliminaryReplySent', on, ...which }],
  DecisionMade: ({ items, decidedOn: on }, which) => [
    {
      kind: 'DecisionMade',
      on,
      items: items.map(({ item, outcome }) => ({ item, outcome })),
      ...which,
    },
  ],
  DecisionNotified: ({ notifiedOn: on }, which) => [{ kind: 'DecisionNotified', on, ...which }],
  CaseClosed: ({ reasonCode: reason, closedOn: on }, which) => [{ kind: 'CaseClosed', on, reason, ...which }],
  CaseReopened: ({ reopenedOn: on }, which) => [{ kind: 'CaseReopened', on, ...which }],
  DeadlineSet: ({ rule, dueOn, setOn: on }, which) =>
    dueOn !== undefined && countedRules.includes(rule)
      ? [{ kind: 'DeadlineSet', on, ruleId: rule, dueOn, ...which }]
      : [],
  HandlingDisputeRaised: ({ disputeId: dispute, raisedOn: on }) => [
    { kind: 'DisputeRaised', on, dispute, topic: 'HANDLING' },
  ],
  HandlingDisputeSettled: ({ disputeId: dispute, settledOn: on }) => [
    { kind: 'DisputeDecided', on, dispute },
  ],
};
