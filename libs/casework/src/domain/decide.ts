import type { Decider } from '#event-sourcing/decider';
import { type Case, type CaseFact, evolve, initialState } from './case.js';
import { caseEvents } from './events.js';
import type {
  AnnulCaseEvent,
  AssignMapping,
  CaseIntent,
  ConveneKeMeeting,
  CorrectCaseEvent,
  MakeDecision,
  NotifyNeed,
  ReceiveApplication,
  Subject,
} from './intents.js';
import { annul, correct } from './rests-on.js';
import {
  bothAssessed,
  check,
  datesHold,
  noProfile,
  noSuchCase,
  refusal,
  refuseIf,
  refuseOtherDecider,
  refuseUnknownParty,
  refuseUnoffered,
} from './rules.js';

type StepIntent = Exclude<CaseIntent, CorrectCaseEvent | AnnulCaseEvent>;
type Present = Exclude<Case, { readonly status: 'absent' }>;
interface About {
  readonly caseId: string;
  readonly subjectId: string;
}

/** From a need or an application to the written answer (U10, U13–U15). */
export const caseDecider: Decider<Case, CaseIntent, typeof caseEvents> = {
  events: caseEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    const isThere = history.length > 0;
    if (intent.type === 'CorrectCaseEvent' || intent.type === 'AnnulCaseEvent') {
      if (!isThere) throw noSuchCase();
      checkSubject(intent.data.subject);
      return intent.type === 'CorrectCaseEvent' ? correct(intent, history) : annul(intent, history);
    }
    const facts = factsOf(intent, state, isThere);
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
  checkSubject(intent.data.subject);
  const about = { caseId: intent.data.caseId, subjectId: state.subjectId };
  switch (intent.type) {
    case 'CompleteApplication': {
      const { subject: _, ...completed } = intent.data;
      return [{ type: 'ApplicationCompleted', data: { ...completed, ...about } }];
    }
    case 'AssignMapping':
      return assignMapping(intent, state, about);
    case 'CompleteMapping': {
      const { subject: _, partyIsKnown, ...completed } = intent.data;
      refuseUnknownParty(partyIsKnown);
      return [{ type: 'MappingCompleted', data: { ...completed, ...about } }];
    }
    case 'ConveneKeMeeting': {
      const { subject: _, ...convened } = intent.data;
      return isConvened(intent, state)
        ? []
        : [{ type: 'KeMeetingConvenedForCase', data: { ...convened, ...about } }];
    }
    case 'MakeDecision':
      return makeDecision(intent, about);
    case 'NotifyDecision': {
      const { subject: _, ...notified } = intent.data;
      return [{ type: 'DecisionNotified', data: { ...notified, ...about } }];
    }
    case 'WithdrawApplication': {
      const { subject: _, ...withdrawn } = intent.data;
      return [{ type: 'ApplicationWithdrawn', data: { ...withdrawn, ...about } }];
    }
  }
}

function assignMapping({ data }: AssignMapping, { assignment }: Present, about: About): CaseFact[] {
  const { subject: _, partyIsKnown, ...assigned } = data;
  refuseUnknownParty(partyIsKnown);
  refuseIf(
    assignment?.assigneeId === assigned.assigneeId && assignment.dueOn === assigned.dueOn,
    'mapping-already-assigned',
    'This person is already asked to do the mapping, with the same due date.',
  );
  return [{ type: 'MappingAssigned', data: { ...assigned, ...about } }];
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
  refuseUnoffered(data.items, profile.items);
  return [{ type: 'ApplicationReceived', data }];
}

function makeDecision({ data: told }: MakeDecision, about: About): CaseFact[] {
  const { subject: _, criteria, profile, ...data } = told;
  if (!profile) throw noProfile();
  refuseOtherDecider(data.decidedBy, profile);
  refuseIf(
    new Set(criteria.map(({ criterion }) => criterion)).size < criteria.length,
    'criterion-twice',
    'A decision assesses each criterion once.',
  );
  bothAssessed(
    data.items,
    criteria.map(({ criterion }) => criterion),
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
function isConvened({ data }: ConveneKeMeeting, state: Present): boolean {
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
