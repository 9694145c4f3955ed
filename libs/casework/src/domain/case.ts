import type { CodeIn } from '#event-sourcing/codes';
import { earliest } from '#event-sourcing/dates';
import type { ItemCode, letterMatters } from '#vocabulary';
import {
  type ApplicationPart,
  type CaseClosureReason,
  type Criterion,
  type handlingTopics,
  type Outcome,
  type Recipient,
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

/** What is answered to an item, and by the decision of which day. */
export interface Answered {
  readonly item: ItemCode;
  readonly outcome: Outcome;
  readonly since: string;
}
/** One of a case's decisions, with what every item is answered by it: also what it left as it was. */
export interface Decision {
  readonly decisionId: string;
  readonly decidedOn: string;
  readonly answers: readonly Answered[];
}

/** One to whom a written answer went. */
export interface Addressee {
  readonly recipient: Recipient;
  readonly partyId: string | undefined;
  readonly fate: 'SENT' | 'DELIVERED' | 'RETURNED';
}
/** A written answer that went out. */
export interface Dispatch {
  readonly dispatchId: string;
  readonly sentOn: string;
  readonly to: readonly Addressee[];
}

/** A letter that was issued, and how it went out. */
export interface Letter {
  readonly letterId: string;
  readonly matter: CodeIn<typeof letterMatters>;
  readonly decisionId: string | undefined;
  readonly recipient: Recipient;
  readonly recipientId: string | undefined;
  readonly copyTo: readonly Recipient[];
  readonly issuedOn: string;
  readonly dispatches: readonly {
    readonly dispatchId: string;
    readonly sentOn: string;
    readonly isReturned: boolean;
  }[];
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

/** Somebody of the unit who takes no part in the case from that day on (fvl § 6). */
export interface Disqualified {
  readonly partyId: string;
  readonly disqualifiedOn: string;
}

/** A disagreement on how the case is handled; `binds`: the unit that is to map, or whether the case goes on, where that was decided. */
export interface Dispute {
  readonly disputeId: string;
  readonly topic: CodeIn<typeof handlingTopics>;
  readonly raisedOn: string;
  readonly settledOn?: string;
  readonly binds?: string | boolean;
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
  readonly disqualified: readonly Disqualified[];
  readonly disputes: readonly Dispute[];
  readonly letters: readonly Letter[];
  /** Whether the child whose case it is was heard in it, or did not want to be. */
  readonly isHeard: boolean;
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
/** An answer that somebody else was asked to read before it is made, and what that one says of it. */
export interface Reading {
  readonly readingId: string;
  readonly items: Recommendation['items'];
  readonly criteria: readonly { readonly criterion: Criterion; readonly met: boolean }[];
  readonly requestedOn: string;
  readonly given?: { readonly readerId: string; readonly agrees: boolean; readonly readOn: string };
}
export type BoardOutcome = 'APPROVED' | 'RETURNED' | 'REJECTED';
/** What the board came to in the case. */
export interface Board {
  readonly meetingId: string;
  readonly outcome: BoardOutcome;
  readonly concludedOn: string;
}
export interface Applied extends Opened {
  readonly items: readonly ItemCode[];
  readonly receivedOn: string;
  readonly written: boolean;
  /** What the application lacks still. */
  readonly missing: readonly ApplicationPart[];
  /** Each criterion as last assessed. */
  readonly criteria: Readonly<Partial<Record<Criterion, Assessed>>>;
  readonly recommendation?: Recommendation | undefined;
  /** On what was recommended last. */
  readonly board?: Board | undefined;
  /** The last that was asked for, until the case is decided. */
  readonly reading?: Reading | undefined;
}
interface Decided extends Applied {
  /** The day of the first decision. */
  readonly decidedOn: string;
  /** The first and those that amended it, each in force from its day until the next one's; never empty. */
  readonly decisions: readonly Decision[];
  /** How the decision in force was told. */
  readonly dispatches: readonly Dispatch[];
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
export type InDecision = Extract<Case, { readonly status: 'decided' | 'notified' }>;

export const initialState: Case = { status: 'absent' };

export const opened = (subjectId: string, need?: Need): Opened => ({
  subjectId,
  need,
  assignment: undefined,
  meetings: {},
  caseworker: undefined,
  disqualified: [],
  disputes: [],
  letters: [],
  isHeard: false,
  lastOn: '',
  closed: undefined,
});

/** A case's decisions; none while it is undecided. */
export const decisionsIn = (state: Case): readonly Decision[] =>
  state.status === 'decided' || state.status === 'notified' ? state.decisions : [];

/** The decision that was in force on that day; undefined before the first. */
export const inForceOn = <D extends Pick<Decision, 'decidedOn'>>(
  decisions: readonly D[],
  day: string,
): D | undefined => decisions.findLast(({ decidedOn }) => decidedOn <= day);

export const isGrant = ({ outcome }: Pick<Answered, 'outcome'>): boolean => outcome !== 'REFUSED';

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
