import {
  code,
  codeOf,
  digest,
  events,
  flag,
  id,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  v1,
  version,
} from '#event-sourcing/event';

const of = { of: 'subjectId', class: 'CASE' } as const;
const about = { caseId: id(), subjectId: id() };

/** Which way something reached the unit. Paper, e-mail and telephone are equal to the form (docs/requirements.md). */
export const channels = [
  'FORM',
  'LETTER',
  'EMAIL',
  'PHONE',
  'IN_PERSON',
  'SERVICE_OFFICE',
  'DIGITAL_POST',
] as const;
export const itemCodes = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'] as const;
/** What an application may lack when it arrives and get later. */
export const applicationParts = ['SIGNATURE'] as const;
export const outcomes = ['GRANTED', 'PARTLY', 'REFUSED'] as const;
/** The two conditions for plan and coordinator (hol §§ 7-1, 7-2): need over time, and of services that must be seen together. */
export const criteria = ['LONG_TERM', 'COORDINATED'] as const;

/** From a need or an application to the written answer. */
export const caseEvents = events(
  { category: 'case', owner: 'subjectId', class: 'CASE' },
  {
    /** An employee told the unit of a need (hpl § 38a; U10, U14). */
    NeedNotified: v1(
      {
        ...about,
        notifiedOn: localDate(),
        channel: codeOf(...channels),
        notifierRole: codeOf('EMPLOYEE', 'SPECIALIST_SERVICE', 'NEXT_OF_KIN', 'OTHER'),
        notifierUnit: optional(code()),
        /** When the person was told of the right, and whether they want it (U10). */
        informedOn: optional(localDate()),
        subjectWishes: codeOf('YES', 'NO', 'NOT_ASKED'),
        need: optional(personal.text(of)),
      },
      { occurs: 'notifiedOn' },
    ),
    ApplicationReceived: v1(
      {
        ...about,
        items: list(codeOf(...itemCodes)),
        /** The day it reached the municipality; only a correction changes it (invariant 10). */
        receivedOn: localDate(),
        channel: codeOf(...channels),
        written: flag(),
        signed: flag(),
        applicantRole: codeOf('SUBJECT', 'GUARDIAN', 'REPRESENTATIVE', 'EMPLOYEE'),
        documentDigest: optional(digest()),
        wish: optional(personal.text(of)),
      },
      { occurs: 'receivedOn' },
    ),
    /** What was missing came later; the application stands as it was received. */
    ApplicationCompleted: v1(
      {
        ...about,
        what: list(codeOf(...applicationParts)),
        completedOn: localDate(),
        documentDigest: optional(digest()),
      },
      { occurs: 'completedOn' },
    ),
    MappingAssigned: v1(
      {
        ...about,
        assignmentId: id(),
        assigneeId: ref('party'),
        unit: optional(code()),
        assignedOn: localDate(),
        dueOn: optional(localDate()),
      },
      { occurs: 'assignedOn' },
    ),
    /** Without an assignment when competent staff mapped the need as it arrived (U13). */
    MappingCompleted: v1(
      {
        ...about,
        assignmentId: optional(ref('assignment')),
        performerId: ref('party'),
        competenceBasis: codeOf('PROFESSION', 'TRAINING', 'EXPERIENCE', 'GUIDED'),
        completedOn: localDate(),
        summary: optional(personal.text(of)),
        documentDigest: optional(digest()),
      },
      { occurs: 'completedOn' },
    ),
    KeMeetingConvenedForCase: v1(
      {
        ...about,
        meetingId: id(),
        convenedOn: localDate(),
        meetsOn: localDate(),
        invitedUnits: list(code()),
      },
      { occurs: 'convenedOn' },
    ),
    CriterionAssessed: v1(
      {
        ...about,
        criterion: codeOf(...criteria),
        met: flag(),
        reason: personal.text(of),
        assessedOn: localDate(),
      },
      { occurs: 'assessedOn' },
    ),
    DecisionMade: version(
      2,
      {
        ...about,
        items: list(
          record({
            item: codeOf(...itemCodes),
            outcome: codeOf(...outcomes),
            reason: optional(personal.text(of)),
            legalBasis: optional(code()),
          }),
        ),
        /** Who decided, apart from who typed it in. */
        decidedBy: codeOf('KE_MEETING', 'KE', 'BOARD', 'TEAM'),
        meetingId: optional(ref('meeting')),
        decidedOn: localDate(),
        /** Of the items by law that name none of their own; version 1 had none but this. */
        legalBasis: optional(code()),
      },
      {
        occurs: 'decidedOn',
        upcasts: { 1: (data) => ({ ...data }) },
        correctionUpcasts: { 1: (data) => ({ ...data }) },
      },
    ),
    /** The written answer went out; until then the decision is not notified (invariant 8). */
    DecisionNotified: v1(
      {
        ...about,
        recipients: list(codeOf('SUBJECT', 'GUARDIAN', 'REPRESENTATIVE', 'COORDINATOR', 'NEXT_OF_KIN')),
        channel: codeOf(...channels),
        notifiedOn: localDate(),
        documentDigest: optional(digest()),
      },
      { occurs: 'notifiedOn' },
    ),
    ApplicationWithdrawn: v1(
      {
        ...about,
        withdrawnOn: localDate(),
        withdrawnBy: codeOf('SUBJECT', 'GUARDIAN', 'REPRESENTATIVE'),
        reason: optional(personal.text(of)),
      },
      { occurs: 'withdrawnOn' },
    ),
  },
);
