import type { Decider } from '#event-sourcing/decider';
import { type Case, type CaseFact, evolve, initialState } from './case.js';
import { caseEvents } from './events.js';
import type {
  AnnulCaseEvent,
  CaseIntent,
  ConveneKeMeeting,
  CorrectCaseEvent,
  MakeDecision,
  NotifyNeed,
  ReceiveApplication,
  Subject,
} from './intents.js';
import { annul, correct } from './rests-on.js';
import { check, noProfile, noSuchCase, datesHold, refusal, refuseIf } from './rules.js';

type StepIntent = Exclude<CaseIntent, CorrectCaseEvent | AnnulCaseEvent>;

/** From a need or an application to the written answer (U10, U13–U15). */
export const caseDecider: Decider<Case, CaseIntent, typeof caseEvents> = {
  events: caseEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    if (intent.type === 'CorrectCaseEvent') return correct(intent, history);
    if (intent.type === 'AnnulCaseEvent') return annul(intent, history);
    const facts = factsOf(intent, state, history.length > 0);
    checkInTurn(state, facts, intent.today);
    return facts;
  },
};

/** The rules see each fact after those of the same command before it. */
function checkInTurn(state: Case, facts: readonly CaseFact[], today: string): void {
  facts.reduce((before, fact) => {
    datesHold(fact, today);
    check(before, fact);
    return evolve(before, fact);
  }, state);
}

function factsOf(intent: StepIntent, state: Case, isThere: boolean): readonly CaseFact[] {
  if (intent.type === 'NotifyNeed') return notifyNeed(intent, isThere);
  if (intent.type === 'ReceiveApplication') return receiveApplication(intent, isThere);
  if (state.status === 'absent') throw noSuchCase();
  const about = { caseId: intent.data.caseId, subjectId: state.subjectId };
  switch (intent.type) {
    case 'AssignMapping': {
      const { assigneeId, dueOn } = intent.data;
      refuseIf(
        state.assignment?.assigneeId === assigneeId && state.assignment.dueOn === dueOn,
        'mapping-already-assigned',
        'This person is already asked to do the mapping, with the same due date.',
      );
      return [{ type: 'MappingAssigned', data: { ...intent.data, ...about } }];
    }
    case 'CompleteMapping':
      return [{ type: 'MappingCompleted', data: { ...intent.data, ...about } }];
    case 'ConveneKeMeeting':
      return isConvened(intent, state)
        ? []
        : [{ type: 'KeMeetingConvenedForCase', data: { ...intent.data, ...about } }];
    case 'MakeDecision':
      return makeDecision(intent, about);
    case 'NotifyDecision':
      return [{ type: 'DecisionNotified', data: { ...intent.data, ...about } }];
    case 'WithdrawApplication':
      return [{ type: 'ApplicationWithdrawn', data: { ...intent.data, ...about } }];
  }
}

function notifyNeed({ data: { subject, ...data } }: NotifyNeed, isThere: boolean): CaseFact[] {
  if (isThere) throw alreadyOpen();
  checkSubject(subject);
  return [{ type: 'NeedNotified', data }];
}

/** Nothing is asked of consent, signature or identity number: what is missing stands open on the case. */
function receiveApplication(
  { data: { joins, subject, profile, ...data } }: ReceiveApplication,
  isThere: boolean,
): CaseFact[] {
  if (joins && !isThere) throw noSuchCase();
  if (!joins && isThere) throw alreadyOpen();
  checkSubject(subject);
  if (!profile) throw noProfile();
  refuseIf(
    data.items.some((item) => !profile.items.includes(item)),
    'item-not-offered',
    'One of the items is none that the municipality lets people apply for.',
  );
  return [{ type: 'ApplicationReceived', data }];
}

function makeDecision(
  { data: { criteria, profile, ...data } }: MakeDecision,
  about: { caseId: string; subjectId: string },
): CaseFact[] {
  if (!profile) throw noProfile();
  refuseIf(
    data.decidedBy !== profile.deciderBody,
    'not-the-decider',
    'By the municipality’s profile somebody else decides applications.',
  );
  refuseIf(
    new Set(criteria.map(({ criterion }) => criterion)).size < criteria.length,
    'criterion-twice',
    'A decision assesses each criterion once.',
  );
  return [
    ...criteria.map((assessment): CaseFact => ({
      type: 'CriterionAssessed',
      data: { ...about, ...assessment, assessedOn: data.decidedOn },
    })),
    { type: 'DecisionMade', data: { ...data, ...about } },
  ];
}

/** A meeting may take several cases and be sent for each of them again; another date or circle is a correction. */
function isConvened({ data }: ConveneKeMeeting, state: Exclude<Case, { status: 'absent' }>): boolean {
  const known = state.meetings[data.meetingId];
  if (!known) return false;
  refuseIf(
    known.meetsOn !== data.meetsOn || sorted(known.invitedUnits) !== sorted(data.invitedUnits),
    'meeting-already-convened',
    'That meeting is convened for this case with another date or other units. Correct that entry instead.',
  );
  return true;
}

function checkSubject(subject: Subject): void {
  refuseIf(subject === 'UNKNOWN', 'no-such-subject', 'There is no such person.');
  refuseIf(
    subject === 'DISPOSED',
    'subject-disposed',
    'The personal data of this person have been disposed of.',
  );
}

const alreadyOpen = () => refusal('case-already-open', 'This case is open already.');
const sorted = (units: readonly string[]) => units.toSorted().join();
