import type { Day, Period } from './days.js';
import type { ComplaintRule, RuleVersion } from './rules.js';

/** A day is local; an instant is ISO 8601 with its offset. */
type Instant = string;

/** What is known of how a decision reached somebody. */
export type Delivery =
  | { readonly kind: 'PROVEN'; readonly on: Day }
  | {
      readonly kind: 'DIGITAL';
      readonly availableAt?: Instant;
      readonly notifiedAt?: Instant;
      readonly openedAt?: Instant;
    }
  | { readonly kind: 'MAIL'; readonly postedOn: Day; readonly statedReceivedOn?: Day }
  /** Not sent, sent back, sent to where nobody looks, or without saying that a decision was made. */
  | { readonly kind: 'NONE' };

/** How a complaint was lodged, wherever: one that went to the wrong office counts as if it had not. */
export type Lodging =
  | { readonly channel: 'PAPER'; readonly sentOn?: Day; readonly receivedOn?: Day; readonly sentTo?: string }
  | { readonly channel: 'ELECTRONIC'; readonly sentAt?: Instant; readonly receivedAt?: Instant }
  | { readonly channel: 'HANDED_IN' | 'ORAL'; readonly on: Day };

export interface GroundsRequest {
  readonly sentOn: Day;
  readonly groundsReceivedOn?: Day;
  /** Unless told: yes. */
  readonly complete?: boolean;
}

interface Common {
  /** Only the arithmetic is asked: the rule is taken to have been in force. */
  readonly calendarTest?: boolean;
}

export interface ComplaintInputs extends Common {
  readonly delivery?: Delivery;
  /** To each of several who receive for one party. */
  readonly deliveries?: readonly Delivery[];
  /** When the competent body decided. */
  readonly decisionMadeOn?: Day;
  /** The last day by the letter. */
  readonly toldDueOn?: Day;
  readonly extension?: { readonly decidedOn: Day; readonly to: Day };
  readonly groundsRequests?: readonly GroundsRequest[];
  readonly ruleTable?: readonly RuleVersion[];
  readonly complaint?: Lodging;
}

interface Done extends Common {
  readonly doneOn?: Day;
}
interface ByProfile {
  readonly profile?: { readonly rollover?: 'FORWARD' | 'NONE' };
}

/** What each rule is computed from. */
export interface InputsOf {
  readonly COMPLAINT_PBRL: ComplaintInputs;
  readonly COMPLAINT_FVL: ComplaintInputs;
  readonly GROUNDS_REQUEST: ComplaintInputs & { readonly base: ComplaintRule };
  /** Its deadline is the outer limit. */
  readonly COMPLAINT_LATE: ComplaintInputs & { readonly base: ComplaintRule };
  /** Whichever door it came in by, and whether told or written first: the earliest counts. */
  readonly PRELIM_REPLY: Done & {
    readonly receivedOn?: Day;
    readonly receivedAt?: Instant;
    readonly oralOn?: Day;
    readonly writtenOn?: Day;
  };
  readonly DECISION_TIME: Done &
    ByProfile & {
      readonly receivedOn: Day;
      readonly target?: Period;
      readonly preliminaryReplies?: readonly {
        readonly sentOn: Day;
        readonly expectedOn?: Day;
        readonly reasonCode?: string;
      }[];
    };
  readonly COMPLAINT_HANDLING: Done & ByProfile & { readonly receivedOn: Day; readonly target?: Period };
  readonly PLAN_REVIEW: Done & {
    /** As the plan says. */
    readonly nextReviewOn?: Day;
    /** Or revised, the last time. */
    readonly approvedOn?: Day;
    readonly profile?: { readonly reviewInterval?: Period };
  };
  readonly KE_MEETING: Done & {
    readonly lastMeetingOn: Day;
    readonly profile?: { readonly interval?: Period };
  };
  readonly CHILD_16: Common & { readonly born: Day };
  readonly CHILD_18: Common & { readonly born: Day };
  readonly CONSENT_EXPIRY: Common & {
    readonly givenOn?: Day;
    /** The last day, as written. */
    readonly until?: Day;
    readonly duration?: Period;
    readonly profile?: { readonly maxDuration?: Period };
    readonly usedOn?: Day;
  };
}
