import { type CaseFile, type Gap, gapsOf } from '#casework';

/** Something that the county governor would miss of the case, or will, as the row keeps it; `from` is null of what is to come with the decision. */
export interface KeptGap extends Pick<Gap, 'code'> {
  readonly from: string | null;
  readonly where: string | null;
  readonly about: readonly string[];
  readonly step: Gap['mend']['step'];
  readonly by: Gap['mend']['by'];
}

/** Of the overview, by its columns' names. */
type Row = Readonly<Record<string, unknown>>;

/**
 * What the case lacks or will lack, what of that has a day, and the first day of what it surely lacks and of what it may: which day it is
 * comes without an event.
 */
export function gapsIn(row: Row): {
  readonly gaps: readonly KeptGap[];
  readonly gap_codes: readonly string[];
  readonly lacks_from: string | null;
  readonly may_lack_from: string | null;
} {
  const gaps = gapsOf(fileOf(row)).map(({ code, from = null, where = null, about = [], mend }): KeptGap => ({
    code,
    from,
    where,
    about,
    ...mend,
  }));
  const first = (isSure: boolean) =>
    gaps
      .filter(({ where }) => (where === null) === isSure)
      .map(({ from }) => from)
      .filter((from) => from !== null)
      .toSorted()[0] ?? null;
  const gap_codes = gaps.filter(({ from }) => from !== null).map(({ code }) => code);
  return { gaps, gap_codes, lacks_from: first(true), may_lack_from: first(false) };
}

/** Codes stand in rows as text. */
const fileOf = (row: Row) =>
  ({
    ...row,
    notifiedOn: row.notified_on,
    receivedOn: row.received_on,
    saidOn: row.said_on,
    preliminaryReplies: row.preliminary_replies,
    decidedOn: row.decided_on,
    amendedOn: row.amended_on,
    decisionId: row.decision_id,
    legalBasis: row.legal_basis,
    decisionNotifiedOn: row.decision_notified_on,
    setAsideOn: row.set_aside_on,
    isSetAside: row.is_set_aside,
    closedOn: row.closed_on,
    withdrawnOn: row.withdrawn_on,
    subjectWishes: row.subject_wishes,
    needAnsweredOn: row.need_answered_on,
    needAnsweredBy: row.need_answered_by,
    applicantRole: row.applicant_role,
    saidBy: row.said_by,
    assignmentId: row.assignment_id,
    dueOn: row.due_on,
    performerId: row.performer_id,
    mappedOn: row.mapped_on,
    recommendedOn: row.recommended_on,
    boardDelegationId: row.board_delegation_id,
    decidedBy: row.decided_by,
    grantedOn: row.granted_on,
    caseworkerId: row.caseworker_id,
    closureReasonCode: row.closure_reason_code,
  }) as unknown as CaseFile;
