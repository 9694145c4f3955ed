/** What the course of a case waits with, of which there is one at a time. */
export type CourseKind =
  | 'NEED_TO_ASK'
  | 'MAPPING_TO_ASSIGN'
  | 'APPLICATION_TO_RECEIVE'
  | 'CASE_TO_CONSIDER'
  | 'BOARD_TO_CONCLUDE'
  | 'DECISION_TO_MAKE'
  | 'DECISION_TO_NOTIFY'
  | 'ANSWER_TO_SEND_AGAIN'
  | 'DECISION_TO_MAKE_ANEW';

interface Meeting {
  readonly meetingId: string;
  readonly convenedOn: string;
  readonly meetsOn: string;
  readonly eventId: string;
}

export interface Grant {
  readonly item: string;
  readonly since: string;
}
interface Dispute {
  readonly disputeId: string;
  readonly settledBy: string;
  readonly since: string;
  readonly eventId: string;
}
interface Deadline {
  readonly rule: string;
  readonly deadlineId: string;
  readonly dueOn: string;
  readonly setOn: string;
  readonly eventId: string;
  readonly isOver: boolean;
}
export interface Dispatch {
  readonly dispatchId: string;
  readonly sentOn: string;
  readonly to: readonly {
    readonly recipient: string;
    readonly partyId: string | null;
    /** When it came back, and what tells of it. */
    readonly returned: { readonly on: string; readonly eventId: string } | null;
  }[];
}

/** A letter beside the answer that was issued, until it is known to have reached somebody. */
interface Letter {
  readonly letterId: string;
  readonly matter: string;
  readonly recipient: string;
  /** When it came back last, and what tells of it, until it or another about the same is sent. */
  readonly returned: { readonly on: string; readonly eventId: string } | null;
}

/** What has been told of a case so far, as far as it says what waits. */
export type Told = {
  readonly case_id: string;
  readonly subject_id: string;
  /** Whose case it is, also who stands in; null while it is the unit's. */
  readonly caseworker_id: string | null;
  readonly caseworker_since: string | null;
  readonly caseworker_event: string | null;
  /** Those who are disqualified in it. */
  readonly disqualified: readonly string[];
  /** Since its caseworker is, and nobody else has it. */
  readonly unassigned_on: string | null;
  readonly unassigned_event: string | null;
  readonly notified_on: string | null;
  readonly subject_wishes: string | null;
  readonly answered_on: string | null;
  /** The need, or the answer to it that counts. */
  readonly need_event: string | null;
  readonly received_on: string | null;
  readonly application_event: string | null;
  readonly signed: boolean | null;
  /** It must be in writing, and is not yet. */
  readonly unwritten: boolean;
  readonly needed_scopes: readonly string[];
  readonly assignee_id: string | null;
  readonly assignee_unit: string | null;
  readonly assigned_on: string | null;
  readonly due_on: string | null;
  readonly assignment_event: string | null;
  readonly mapped_on: string | null;
  readonly mapped_event: string | null;
  readonly meetings: readonly Meeting[];
  readonly recommended_on: string | null;
  readonly recommendation_event: string | null;
  /** The answer that somebody else is to read before it is made. */
  readonly reading_id: string | null;
  readonly reading_requested_on: string | null;
  readonly reading_event: string | null;
  /** When the child was heard last. */
  readonly heard_on: string | null;
  readonly board_outcome: 'APPROVED' | 'RETURNED' | 'REJECTED' | null;
  readonly board_on: string | null;
  readonly board_event: string | null;
  /** The decision in force. */
  readonly decided_on: string | null;
  readonly decision_event: string | null;
  /** What the decision in force grants, each since when. */
  readonly grants: readonly Grant[];
  /** How it was told; of the decisions before it nothing waits any more. */
  readonly dispatches: readonly Dispatch[];
  /** Beside the answer. */
  readonly letters: readonly Letter[];
  readonly withdrawn_on: string | null;
  /** Disagreements that are not settled. */
  readonly disputes: readonly Dispute[];
  /** Since when a decision that was set aside is to be made anew. */
  readonly set_aside_on: string | null;
  readonly set_aside_event: string | null;
  /** What the municipality is to do by some day, as it was set last; over once it was done, or is to be done no more. */
  readonly deadlines: readonly Deadline[];
  readonly closed_on: string | null;
  /** Whatever was granted, nothing begins on it any more. */
  readonly used_up: boolean;
};

/** What waits, each by itself: null where that does not. */
export type Waiting = {
  readonly kind: CourseKind | null;
  readonly since: string | null;
  readonly event_id: string | null;
  /** Of a mapping that somebody is to do. */
  readonly mapping_since: string | null;
  /** The day by which it is due; the last there is for one that is never due. */
  readonly mapping_due: string | null;
  /** Of an application that is dealt with: whether anything lacks is told by other streams too. */
  readonly completing_since: string | null;
  /** Of an answer that is to be read. */
  readonly reading_since: string | null;
  /** Of a case that needs another caseworker. */
  readonly unassigned_since: string | null;
  /** The first disagreement that is not settled. */
  readonly dispute_since: string | null;
  readonly dispute_id: string | null;
  readonly dispute_settler: string | null;
  readonly dispute_event: string | null;
  /** Of the letter beside the answer that came back first, and was not sent again. */
  readonly letter_since: string | null;
  readonly letter_id: string | null;
  readonly letter_event: string | null;
  /** The first deadline that is to be kept. */
  readonly deadline_due: string | null;
  readonly deadline_since: string | null;
  readonly deadline_rule: string | null;
  readonly deadline_event: string | null;
  /** Whose case it is while anything may come of it. */
  readonly worked_by: string | null;
  /** Since when anything is granted, and since when a plan is. */
  readonly granted_on: string | null;
  readonly plan_granted_on: string | null;
};

export type TaskRow = Told & Waiting;
