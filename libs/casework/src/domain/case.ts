import type { EventOf, FactOf, GivenFields } from '#event-sourcing/event';
import type { applicationParts, caseEvents, criteria, itemCodes, outcomes } from './events.js';

export type CaseEvent = EventOf<typeof caseEvents>;
export type CaseFact = Extract<FactOf<typeof caseEvents>, { readonly type: CaseEvent['type'] }>;
/** A step as decided or as read back. The rules look at its codes and dates, and whether a reason is there, never at the reason. */
export type Step = CaseEvent | CaseFact;
/** What a decider hands over for an event. */
export type DataOf<Name extends CaseEvent['type']> = GivenFields<
  (typeof caseEvents)['declared'][Name]['fields']
>;

export type ItemCode = (typeof itemCodes)[number];
export type ApplicationPart = (typeof applicationParts)[number];
export type Outcome = (typeof outcomes)[number];
export type Criterion = (typeof criteria)[number];

export interface Assignment {
  readonly assignmentId: string;
  readonly assigneeId: string;
  readonly assignedOn: string;
  readonly dueOn: string | undefined;
}
export interface Meeting {
  readonly meetsOn: string;
  readonly invitedUnits: readonly string[];
}

/** An item that a decision grants, wholly or in part. */
export interface Granted {
  readonly item: ItemCode;
  readonly outcome: Exclude<Outcome, 'REFUSED'>;
}

/** What stands in every case, whichever way it was opened. */
interface Opened {
  readonly subjectId: string;
  /** When the unit was told of the need; undefined where an application alone opened the case. */
  readonly needOn: string | undefined;
  /** The mapping that somebody was asked to do and has not done; a later assignment replaces it. */
  readonly assignment: Assignment | undefined;
  readonly meetings: Readonly<Record<string, Meeting>>;
}
export interface Assessed {
  readonly met: boolean;
  readonly assessedOn: string;
}
interface Applied extends Opened {
  readonly items: readonly ItemCode[];
  readonly receivedOn: string;
  /** What the application lacks still. */
  readonly missing: readonly ApplicationPart[];
  /** Each criterion as last assessed. */
  readonly criteria: Readonly<Partial<Record<Criterion, Assessed>>>;
}
interface Decided extends Applied {
  readonly decidedOn: string;
  /** What opens the appointment of a coordinator (U16). */
  readonly granted: readonly Granted[];
}

/** Only what decisions look at; what screens show lives in projections. */
export type Case =
  | { readonly status: 'absent' }
  | (Opened & { readonly status: 'needNotified'; readonly declined: boolean })
  | (Applied & { readonly status: 'applied' })
  | (Applied & { readonly status: 'withdrawn'; readonly withdrawnOn: string })
  | (Decided & { readonly status: 'decided' })
  | (Decided & { readonly status: 'notified' });

export const initialState: Case = { status: 'absent' };

/** Folds effective events. A step that the rules forbid leaves the state as it is. */
export function evolve(state: Case, step: Step): Case {
  switch (step.type) {
    case 'NeedNotified':
      return state.status === 'absent'
        ? {
            ...opened(step.data.subjectId, step.data.notifiedOn),
            status: 'needNotified',
            declined: step.data.subjectWishes === 'NO',
          }
        : state;
    case 'ApplicationReceived': {
      if (state.status !== 'absent' && state.status !== 'needNotified') return state;
      const { subjectId, needOn, assignment, meetings } =
        state.status === 'absent' ? opened(step.data.subjectId) : state;
      const { items, receivedOn, signed } = step.data;
      const missing: readonly ApplicationPart[] = signed ? [] : ['SIGNATURE'];
      return {
        status: 'applied',
        subjectId,
        needOn,
        assignment,
        meetings,
        items,
        receivedOn,
        missing,
        criteria: {},
      };
    }
    case 'ApplicationCompleted':
      return state.status === 'absent' || state.status === 'needNotified'
        ? state
        : { ...state, missing: state.missing.filter((part) => !step.data.what.includes(part)) };
    case 'MappingAssigned': {
      const { assignmentId, assigneeId, assignedOn, dueOn } = step.data;
      return state.status === 'absent'
        ? state
        : { ...state, assignment: { assignmentId, assigneeId, assignedOn, dueOn } };
    }
    case 'MappingCompleted':
      return state.status === 'absent' || step.data.assignmentId === undefined
        ? state
        : { ...state, assignment: undefined };
    case 'KeMeetingConvenedForCase': {
      if (state.status === 'absent') return state;
      const { meetingId, meetsOn, invitedUnits } = step.data;
      return { ...state, meetings: { ...state.meetings, [meetingId]: { meetsOn, invitedUnits } } };
    }
    case 'CriterionAssessed': {
      const { criterion, met, assessedOn } = step.data;
      return state.status === 'applied'
        ? { ...state, criteria: { ...state.criteria, [criterion]: { met, assessedOn } } }
        : state;
    }
    case 'DecisionMade':
      return state.status === 'applied'
        ? {
            ...state,
            status: 'decided',
            decidedOn: step.data.decidedOn,
            granted: grantedBy(step.data.items),
          }
        : state;
    case 'DecisionNotified':
      return state.status === 'decided' ? { ...state, status: 'notified' } : state;
    case 'ApplicationWithdrawn':
      return state.status === 'applied'
        ? { ...state, status: 'withdrawn', withdrawnOn: step.data.withdrawnOn }
        : state;
  }
}

/** What a case's decision grants; nothing while there is no decision. */
export const grantedIn = (state: Case): readonly Granted[] =>
  state.status === 'decided' || state.status === 'notified' ? state.granted : [];

const opened = (subjectId: string, needOn?: string): Opened => ({
  subjectId,
  needOn,
  assignment: undefined,
  meetings: {},
});

const grantedBy = (answers: readonly { readonly item: ItemCode; readonly outcome: Outcome }[]): Granted[] =>
  answers.flatMap(({ item, outcome }) => (outcome === 'REFUSED' ? [] : [{ item, outcome }]));
