import type { CaseStep } from './steps-of-case.js';
import type { Case } from './scene.js';

export type Gap = Case['readiness']['lacking'][number];

/** What records the event that a gap is mended by, the likeliest first. */
const operations: Readonly<Record<string, readonly CaseStep['operation'][]>> = {
  DecisionMade: ['Cases_decide'],
  DecisionAmended: ['Cases_amend'],
  DecisionNotified: ['Letters_dispatch', 'Dispatch_notify'],
  PreliminaryReplySent: ['Assistance_replyFirst'],
  AnswerDelivered: ['Letters_delivered', 'Dispatch_delivered'],
  InformationGiven: ['Assistance_inform'],
  BoardApproved: ['BoardOutcome_outcome'],
  RecommendationMade: ['BoardOutcome_recommend'],
  NeedAnswered: ['Cases_answerNeed'],
  ChildHeard: ['Hearings_hear'],
  MappingAssigned: ['Cases_assignMapping'],
  MappingCompleted: ['Cases_completeMapping'],
  CaseworkerAssigned: ['Caseworker_assign'],
};

/** The step that mends it, where whoever looks may take it; else whether it is mended among the documents, or by a correction of what is recorded. */
export function mendOf(
  { step }: Pick<Gap, 'step'>,
  steps: readonly CaseStep[],
): CaseStep | 'documents' | 'history' | undefined {
  if (step === 'DocumentFiled') return 'documents';
  const found = (operations[step] ?? [])
    .map((operation) => steps.find((one) => one.operation === operation))
    .find((one) => one !== undefined);
  return found ?? (step === 'ApplicationReceived' || step === 'BoardApproved' ? 'history' : undefined);
}
