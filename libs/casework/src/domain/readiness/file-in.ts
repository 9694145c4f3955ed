import type { ItemCode } from '#vocabulary';
import { decisionsIn } from '../case.js';
import { byLaw } from '../codes.js';
import { factsIn } from '../deadlines/facts.js';
import type { CaseEvent } from '../events.js';
import { stateOf } from '../rules.js';
import type { CaseFile } from './file.js';

type DataOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>['data'];
type Outcome = CaseFile['outcomes'][number];

/** What is judged of a case, by its effective events: as the overview's row has it. */
export function fileIn(events: readonly CaseEvent[]): CaseFile {
  const state = stateOf(events);
  const of = <Type extends CaseEvent['type']>(type: Type) =>
    events
      .filter((event): event is Extract<CaseEvent, { readonly type: Type }> => event.type === type)
      .map(({ data }) => data as DataOf<Type>);
  const open = state.status === 'absent' ? undefined : state;
  const [application, made] = [of('ApplicationReceived')[0], of('DecisionMade')[0]];
  const answer = of('NeedAnswered')
    .toSorted((one, other) => one.answeredOn.localeCompare(other.answeredOn))
    .at(-1);
  const outcomes = outcomesIn(events);
  return {
    ...factsIn(events),
    isSetAside: decisionsIn(state).at(-1)?.isRemainder === true,
    items: application?.items ?? [],
    subjectWishes: open?.need?.answer ?? null,
    needAnsweredOn: answer?.answeredOn ?? null,
    needAnsweredBy: answer?.answeredBy ?? null,
    applicantRole: application?.applicantRole ?? null,
    wish: application?.wish ?? null,
    saidBy: of('AssistedApplicationWritten').at(-1)?.saidBy ?? null,
    information: of('InformationGiven'),
    preliminaryReplies: of('PreliminaryReplySent').map(({ sentOn, expectedOn, reasonCode, reason }) => ({
      sentOn,
      expectedOn: expectedOn ?? null,
      reasonCode,
      reason: reason ?? null,
    })),
    ...mappingIn(events),
    criteria: of('CriterionAssessed').filter(
      ({ criterion }, at, all) => all.findLastIndex((one) => one.criterion === criterion) === at,
    ),
    ...boardIn(events),
    readings: of('SecondReadingGiven'),
    hearings: of('ChildHeard').map(({ heardById = null }) => ({ heardById })),
    outcomes,
    decidedBy: made?.decidedBy ?? null,
    amendments: of('DecisionAmended').map(({ decidedOn, decidedBy, items }) => ({
      decidedOn,
      decidedBy,
      items: items.map(({ item }) => item),
    })),
    grantedOn: outcomes.some(({ outcome }) => outcome !== 'REFUSED') ? (made?.decidedOn ?? null) : null,
    letters: (open?.letters ?? []).map(({ matter, decisionId = null, dispatches }) => ({
      matter,
      decisionId,
      dispatches: dispatches.map(({ sentOn, isReturned }) => ({ returnedOn: isReturned ? sentOn : null })),
    })),
    caseworkerId: open?.caseworker?.caseworkerId ?? null,
    disqualified: open?.disqualified ?? [],
    closureReasonCode: open?.closed?.reasonCode ?? null,
  };
}

/** The assignment of the latest mapping, and what came of it. */
function mappingIn(
  events: readonly CaseEvent[],
): Pick<CaseFile, 'assignmentId' | 'dueOn' | 'performerId' | 'mappedOn'> {
  const nobody = { assignmentId: null, dueOn: null };
  const unmapped = { performerId: null, mappedOn: null };
  let found: ReturnType<typeof mappingIn> = { ...nobody, ...unmapped };
  let assignee: string | undefined;
  for (const { type, data } of events) {
    if (type === 'MappingAssigned') {
      const isLater = found.mappedOn === null || data.assignedOn >= found.mappedOn;
      const { assignmentId, dueOn = null } = data;
      assignee = data.assigneeId;
      found = { ...found, assignmentId, dueOn, ...(isLater && unmapped) };
    }
    if (type === 'MappingCompleted') {
      found = { ...found, performerId: data.performerId, mappedOn: data.completedOn };
    }
    if (type === 'CaseworkerDisqualified' && data.disqualifiedId === assignee && found.mappedOn === null) {
      found = { ...found, ...nobody };
    }
  }
  return found;
}

/** When the unit recommended last, and on whose authority the board concluded on it. */
function boardIn(events: readonly CaseEvent[]): Pick<CaseFile, 'recommendedOn' | 'boardDelegationId'> {
  let found: ReturnType<typeof boardIn> = { recommendedOn: null, boardDelegationId: null };
  for (const { type, data } of events) {
    if (type === 'RecommendationMade') found = { recommendedOn: data.recommendedOn, boardDelegationId: null };
    if (type === 'BoardApproved' || type === 'BoardReturned' || type === 'BoardRejected') {
      found = { ...found, boardDelegationId: data.delegationId ?? null };
    }
  }
  return found;
}

/** How each item stands answered: what was set aside is not. */
function outcomesIn(events: readonly CaseEvent[]): readonly Outcome[] {
  const byItem = new Map<ItemCode, Outcome>();
  for (const { type, data } of events) {
    if (type === 'DecisionSetAside') {
      for (const item of data.items.length === 0 ? [...byItem.keys()] : data.items) byItem.delete(item);
    }
    if (type !== 'DecisionMade' && type !== 'DecisionAmended') continue;
    // Of the first decision the case knows its basis; that of an amendment holds for what it answers.
    const shared = type === 'DecisionAmended' ? (data.legalBasis ?? null) : null;
    for (const { item, outcome, reason = null, legalBasis } of data.items) {
      const ofLaw = byLaw.includes(item) ? shared : null;
      byItem.set(item, { item, outcome, reason, legalBasis: legalBasis ?? ofLaw });
    }
  }
  return [...byItem.values()];
}
