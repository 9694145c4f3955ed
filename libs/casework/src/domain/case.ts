import type { CodeIn } from '#event-sourcing/codes';
import { earliest } from '#event-sourcing/dates';
import type { ItemCode } from '#vocabulary';
import {
  type ApplicationPart,
  type CaseClosureReason,
  type Criterion,
  type Outcome,
  type subjectWishes,
  usesUp,
} from './codes.js';

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

/** A need that the unit was told of, and what the person said to it last. */
export interface Need {
  readonly notifiedOn: string;
  readonly answer: CodeIn<typeof subjectWishes>;
  readonly answeredOn: string;
}

/** Whose case it is, from when on. */
export interface Caseworker {
  readonly caseworkerId: string;
  readonly assignedOn: string;
  readonly standsIn: boolean;
}

/** That the case is closed, and why. */
export interface Closed {
  readonly closedOn: string;
  readonly reasonCode: CaseClosureReason;
}

/** What stands in every case, whichever way it was opened. */
export interface Opened {
  readonly subjectId: string;
  /** Undefined where an application alone opened the case. */
  readonly need: Need | undefined;
  /** The mapping that somebody was asked to do and has not done; a later assignment replaces it. */
  readonly assignment: Assignment | undefined;
  readonly meetings: Readonly<Record<string, Meeting>>;
  /** The one of the latest day; undefined while it is the unit's. */
  readonly caseworker: Caseworker | undefined;
  /** The latest day on which anything happened in the case. */
  readonly lastOn: string;
  /** Undefined while the case is open. */
  readonly closed: Closed | undefined;
}
export interface Assessed {
  readonly met: boolean;
  readonly assessedOn: string;
}
/** What the unit recommends, item by item. */
export interface Recommendation {
  readonly items: readonly { readonly item: ItemCode; readonly outcome: Outcome }[];
  readonly recommendedOn: string;
}
export type BoardOutcome = 'APPROVED' | 'RETURNED' | 'REJECTED';
/** What the board came to in the case. */
export interface Board {
  readonly meetingId: string;
  readonly outcome: BoardOutcome;
  readonly concludedOn: string;
}
interface Applied extends Opened {
  readonly items: readonly ItemCode[];
  readonly receivedOn: string;
  /** What the application lacks still. */
  readonly missing: readonly ApplicationPart[];
  /** Each criterion as last assessed. */
  readonly criteria: Readonly<Partial<Record<Criterion, Assessed>>>;
  readonly recommendation?: Recommendation | undefined;
  /** On what was recommended last. */
  readonly board?: Board | undefined;
}
interface Decided extends Applied {
  readonly decidedOn: string;
  /** What opens the appointment of a coordinator (U16). */
  readonly granted: readonly Granted[];
}

/** Only what decisions look at; what screens show lives in projections. */
export type Case =
  | { readonly status: 'absent' }
  | (Opened & { readonly status: 'needNotified' })
  | (Applied & { readonly status: 'applied' })
  | (Applied & { readonly status: 'withdrawn'; readonly withdrawnOn: string })
  | (Decided & { readonly status: 'decided' })
  | (Decided & { readonly status: 'notified' });
export type Present = Exclude<Case, { readonly status: 'absent' }>;
export type InApplication = Extract<Case, { readonly status: 'applied' }>;

export const initialState: Case = { status: 'absent' };

export const opened = (subjectId: string, need?: Need): Opened => ({
  subjectId,
  need,
  assignment: undefined,
  meetings: {},
  caseworker: undefined,
  lastOn: '',
  closed: undefined,
});

/** What a case's decision grants; nothing while there is no decision. */
export const grantedIn = (state: Case): readonly Granted[] =>
  state.status === 'decided' || state.status === 'notified' ? state.granted : [];

/** Since when the person does not want what was told of followed up, and has not applied since; undefined where they do. */
export const declinedSince = (state: Case): string | undefined =>
  state.status === 'needNotified' && state.need?.answer === 'NO' ? state.need.answeredOn : undefined;

/** From when what the decision grants is used up with the case: nobody waits for it any more, and nothing begins on it. */
export const usedUpOn = ({ closed }: Pick<Opened, 'closed'>): string | undefined =>
  closed !== undefined && usesUp(closed.reasonCode) ? closed.closedOn : undefined;

/** The first day on which the unit knew of the need; an application that joins later may be the older of the two. */
export const knownSince = (open: Present): string =>
  [open.need?.notifiedOn, 'receivedOn' in open ? open.receivedOn : undefined]
    .filter((day) => day !== undefined)
    .toSorted()[0] ?? earliest;
