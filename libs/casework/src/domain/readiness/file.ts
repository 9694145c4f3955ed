import type { ItemCode } from '#vocabulary';
import type { Day } from '#deadlines';
import type { Criterion, Outcome } from '../codes.js';
import type { CaseFacts } from '../deadlines/of-case.js';

/**
 * What is judged of a case: as its deadlines are computed from, and more. Texts are only looked at for whether they are there, so that they may be
 * sealed; null is not known, or not so.
 */
export interface CaseFile extends Omit<CaseFacts, 'outcomes'> {
  readonly items: readonly ItemCode[];
  readonly subjectWishes: 'YES' | 'NO' | 'NOT_ASKED' | null;
  readonly needAnsweredOn: Day | null;
  readonly needAnsweredBy: string | null;
  readonly applicantRole: string | null;
  readonly wish: unknown;
  readonly saidBy: string | null;
  readonly information: readonly {
    readonly topics: readonly string[];
    readonly recipients: readonly string[];
    readonly givenOn: Day;
  }[];
  readonly preliminaryReplies: readonly (CaseFacts['preliminaryReplies'][number] & {
    readonly reason: unknown;
  })[];
  readonly assignmentId: string | null;
  readonly dueOn: Day | null;
  readonly performerId: string | null;
  readonly mappedOn: Day | null;
  readonly criteria: readonly {
    readonly criterion: Criterion;
    readonly met: boolean;
    readonly reason: unknown;
  }[];
  readonly recommendedOn: Day | null;
  readonly boardDelegationId: string | null;
  readonly readings: readonly { readonly readerId: string | null }[];
  readonly hearings: readonly { readonly heardById: string | null }[];
  readonly outcomes: readonly {
    readonly item: ItemCode;
    readonly outcome: Outcome;
    readonly reason: unknown;
    readonly legalBasis: string | null;
  }[];
  readonly decidedBy: string | null;
  /** Whether the county governor set the decision aside, and it is to be made anew. */
  readonly isSetAside: boolean | null;
  readonly amendments: readonly {
    readonly decidedOn: Day;
    readonly decidedBy: string;
    readonly items: readonly ItemCode[];
  }[];
  readonly grantedOn: Day | null;
  readonly letters: readonly {
    readonly matter: string;
    readonly decisionId: string | null;
    readonly dispatches: readonly { readonly returnedOn: Day | null }[];
  }[];
  readonly caseworkerId: string | null;
  readonly disqualified: readonly { readonly partyId: string; readonly disqualifiedOn: Day }[];
  readonly closureReasonCode: string | null;
}

/** How far it has come, as the checks ask for it. */
export interface Stage {
  /** Since when somebody is to be answered: since the unit first heard of it, or the county governor sent it back. */
  readonly since: Day | undefined;
  /** From when nobody has to be answered any more though nobody was. */
  readonly endedOn: Day | undefined;
  /** The day of the decision in force; undefined where none is, or it was set aside. */
  readonly decidedOn: Day | undefined;
  /** When its answer went to somebody who speaks for the application, and did not come back. */
  readonly notifiedOn: Day | undefined;
}

const first = (days: readonly (Day | null | undefined)[]): Day | undefined =>
  days.filter((day) => day !== null && day !== undefined).toSorted()[0];

export function stageOf(file: CaseFile): Stage {
  const { notifiedOn, receivedOn, saidOn, setAsideOn, amendedOn, decidedOn, decisionNotifiedOn } = file;
  const isSetAside = file.isSetAside === true;
  return {
    since: setAsideOn ?? first([notifiedOn, receivedOn, saidOn]),
    endedOn: decisionNotifiedOn === null ? endOf(file) : undefined,
    decidedOn: isSetAside ? undefined : (amendedOn ?? decidedOn ?? undefined),
    notifiedOn: isSetAside ? undefined : (decisionNotifiedOn ?? undefined),
  };
}

const endOf = ({ withdrawnOn, closedOn, status, needAnsweredOn, notifiedOn }: CaseFile): Day | undefined =>
  first([withdrawnOn, closedOn, status === 'DECLINED_BY_SUBJECT' ? (needAnsweredOn ?? notifiedOn) : null]);

/** By when it was answered, or ended unanswered. */
export const overOn = ({ notifiedOn, endedOn }: Stage): Day | undefined => first([notifiedOn, endedOn]);

/** The day on which an item was answered as it is. */
export const answeredOn = ({ amendments, decidedOn }: CaseFile, item: ItemCode): Day | undefined =>
  amendments.findLast(({ items }) => items.includes(item))?.decidedOn ?? decidedOn ?? undefined;
