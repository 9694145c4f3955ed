import {
  amendmentGrounds,
  channels,
  criteria,
  delayReasons,
  deliveryProofs,
  gapCodes,
  hearingModes,
  outcomes,
  outsideSystems,
  recipients,
  returnCauses,
} from '#casework';
import { partOf } from '#event-sourcing';
import { meetingKinds, treatments } from '#meeting';
import { meetingStatuses } from '#projections/meetings/labels';
import { openings, openPoints, statuses } from '#projections/case-overview/labels';
import { caseColumns, lineColumns } from '#projections/case-overview/queries';
import { caseEnquiryColumns } from '#projections/enquiry-cases/queries';
import { enquiryStatuses } from '#projections/enquiries/labels';
import { complaintStatuses } from '#projections/complaints/labels';
import { camel } from '#projections/selection';
import {
  deciderBodies,
  informationTopics,
  informationWays,
  items,
  languages,
  legalBases,
  letterMatters,
  units,
} from '#vocabulary';
import {
  answer,
  code,
  codeOf,
  date,
  flag,
  instant,
  integer,
  list,
  listedSubject,
  mayBeWithheld,
  object,
  orNull,
  page,
  party,
  personal,
  subject,
  text,
  without,
} from '../reading/shape.js';
import { complaintThenColumns, documentThenColumns } from '../as-of/filed-as-of.js';
import { shapesOf } from '../reading/shapes-of.js';
import { target } from '../reading/targets.js';
import { deadlineShape } from './deadlines-of-case.js';
import { readinessShape } from './gaps-of-case.js';

const byBoard = partOf(treatments, 'APPROVED', 'RETURNED', 'REJECTED');
const answered = {
  item: codeOf(items),
  outcome: codeOf(outcomes),
};

const one = {
  ...shapesOf(caseColumns, {
    subjectId: null,
    assigneeId: null,
    caseworkerId: null,
    caseworkerSince: 'From when it is this caseworker’s',
    caseworkerStandsIn: 'Whether the caseworker stands in for another',
    performerId: null,
    applicantId: null,
    notifierId: null,
    withdrawnById: null,
    status: codeOf(statuses),
    caseNumber: 'What people know the case by, such as 2026/14',
    outsideReferences: list(
      object({
        system: codeOf(outsideSystems),
        systemName: orNull(personal()),
        reference: personal(),
        addedOn: date(),
      }),
    ),
    opening: codeOf(openings),
    notifiedOn: 'When the need was told',
    written: 'True also where it was written down later',
    signed: 'True also where the signature came later',
    assistedOn: 'When what was said was written down with the person',
    helperId: null,
    saidById: null,
    consentGivenById: null,
    consentGivenBy: 'Whose consent the form bears',
    saidBy: 'Whose words were written down',
    saidOn: 'When they were said',
    applicationText: 'The application as it was written down with the person',
    information: list(
      object({
        topics: list(codeOf(informationTopics)),
        recipients: list(codeOf(recipients)),
        recipient: orNull(party),
        ways: list(codeOf(informationWays)),
        informer: orNull(party),
        givenOn: date(),
        note: orNull(personal()),
      }),
    ),
    preliminaryReplies: list(
      object({
        recipients: list(codeOf(recipients)),
        channel: codeOf(channels),
        reasonCode: codeOf(delayReasons),
        reason: orNull(personal()),
        expectedOn: orNull(date('When the answer was said to come')),
        sentOn: date(),
      }),
    ),
    applicationCompletedOn: 'When what was missing came',
    decisionId: text('The decision in force: say it as `amends` to amend it'),
    decidedOn: 'The day of the first decision',
    amendedOn: 'The day of the decision in force, where it amends another',
    grantedOn: 'Since when anything is granted that is so still',
    grantEndedOn: 'The day of the decision that left nothing of what was granted',
    decisionNotifiedOn:
      'When the answer of the decision in force first went out and did not come back; null for a decision: decided, not notified',
    answerDeliveredOn:
      'When it is first known, or assumed, to have reached the person or who speaks for them',
    amendments: list(
      object({
        decisionId: text(),
        amends: text('The decision whose place it took'),
        decidedOn: date(),
        decidedBy: codeOf(deciderBodies),
        meetingId: orNull(text()),
        groundCode: codeOf(amendmentGrounds),
        reason: personal(),
        items: list(codeOf(items, 'Answered anew; `outcomes` has how')),
      }),
    ),
    dispatches: list(
      object({
        dispatchId: text(),
        decisionId: orNull(text('The decision that it told')),
        sentOn: date(),
        channel: codeOf(channels),
        to: list(
          object({
            recipient: codeOf(recipients),
            party: orNull(party),
            deliveredOn: orNull(date()),
            proof: orNull(codeOf(deliveryProofs)),
            returnedOn: orNull(date()),
            returnCause: orNull(codeOf(returnCauses)),
          }),
        ),
      }),
    ),
    letters: list(
      object({
        letterId: text(),
        matter: codeOf(letterMatters),
        template: text(),
        templateVersion: integer(),
        language: codeOf(languages),
        decisionId: orNull(text('Of a letter with an answer: the decision that it tells')),
        recipient: codeOf(recipients),
        receiver: orNull(party),
        copyTo: list(codeOf(recipients)),
        documentId: text('The letter as it was printed'),
        issuedOn: date(),
        dispatches: list(
          object({
            dispatchId: text(),
            sentOn: date(),
            channel: codeOf(channels),
            throughOutbox: flag('The program laid it where whoever prints and posts fetches it'),
            deliveredOn: orNull(date()),
            proof: orNull(codeOf(deliveryProofs)),
            returnedOn: orNull(date()),
            returnCause: orNull(codeOf(returnCauses)),
          }),
        ),
      }),
    ),
    disputes: list(
      object({
        ...shapesOf(caseColumns.disputes.records, { raisedById: null, settledById: null }),
        raiser: orNull(party),
        settler: orNull(party),
      }),
    ),
    setAsideOn:
      'When a decision of the case came back that the county governor set aside: the clock begins anew',
    setAsideItems: 'What of it; all where nothing is named',
    setAsideBy: 'The complaint on which it did so',
    isSetAside: 'Whether it is to be decided anew still',
    closedOn: 'While the case is closed',
    reopenedOn: 'Until it is closed anew',
    grantUsedUpOn:
      'From when what was granted is used up: a decision left nothing of it, or the case was closed for such a reason',
    legalBasis: 'Of the plans and coordinators that have none of their own',
    meetings: list(
      object({ meetingId: text(), convenedOn: date(), meetsOn: date(), invitedUnits: list(code(units)) }),
    ),
    criteria: list(
      object({
        criterion: codeOf(criteria),
        met: flag(),
        reason: personal(),
        assessedOn: date(),
      }),
    ),
    readings: list(
      object({
        readingId: text(),
        items: list(object({ ...answered, reason: orNull(personal()) })),
        criteria: list(object({ criterion: codeOf(criteria), met: flag(), reason: personal() })),
        requestedOn: date(),
        reader: orNull(party),
        agrees: orNull(flag('Null until it was read')),
        reason: orNull(personal()),
        readOn: orNull(date()),
      }),
    ),
    hearings: list(
      object({
        mode: codeOf(hearingModes),
        heardBy: orNull(party),
        childView: orNull(personal()),
        weight: orNull(personal()),
        heardOn: date(),
      }),
    ),
    heardOn: 'When the child whose case it is was heard last',
    disqualified: list(object({ party: orNull(party), reason: personal(), disqualifiedOn: date() })),
    recommendation: list(object({ ...answered, reason: orNull(personal()) })),
    recommendedOn: 'When the unit recommended this to the board',
    boardOutcome: orNull(codeOf(byBoard, 'What the board came to on it')),
    outcomes: list(
      object({ ...answered, reason: orNull(personal()), legalBasis: orNull(code(legalBases, 'Its own')) }),
    ),
  }),
  municipality: text(),
  subject,
  caseworker: orNull(party),
  assignee: orNull(party),
  performer: orNull(party),
  applicant: orNull(party),
  notifier: orNull(party),
  withdrawer: orNull(party),
  helper: orNull(party),
  sayer: orNull(party),
  consentGiver: orNull(party),
  coordinator: orNull(party),
  activePlanId: orNull(text()),
  overdue: flag('The mapping was due before today and is not done, in a case that is open'),
  openPoints: list(
    codeOf(openPoints, 'What stands open; the case was received all the same. Nothing of a closed one'),
  ),
};
/** A line of the overview: no text about the person but the name. */
const lineFields = new Set([
  ...Object.keys(lineColumns).map(camel),
  'municipality',
  'subject',
  'caseworker',
  'assignee',
  'coordinator',
  'activePlanId',
  'overdue',
  'openPoints',
]);
const line = Object.fromEntries(Object.entries(one).filter(([name]) => lineFields.has(name)));
const told = { ...line, outcomes: list(object(answered)) };
const lacking = list(codeOf(gapCodes, 'What the county governor would miss of it if a complaint came today'));
/** Of the page as of a day: of today, lists of their own have them. */
const ofAnEarlierDay = (record: Parameters<typeof object>[0]) => ({
  ...orNull(list(object(record))),
  description:
    'As of the day that is asked of, those that the viewer sees today; null where no day is, since their own lists tell of today, and where the viewer sees none of that sort',
});

/** A line of somebody's page. */
export const caseOfSubject = object(without('subject', told));
export const casesAnswer = page({ cases: list(object({ ...told, lacking, subject: listedSubject })) });
/** Of an earlier day it may show a text that was struck out since as about somebody else, and so stays closed. */
export const caseAnswer = mayBeWithheld(
  answer({
    ...one,
    agenda: list(
      object({
        meetingId: text(),
        kind: codeOf(meetingKinds),
        status: codeOf(meetingStatuses),
        meetsOn: date('The meeting’s own day, moved or not'),
        putOn: date(),
        treatment: orNull(codeOf(treatments, 'What became of it there')),
      }),
    ),
    enquiries: orNull(
      list(
        object({
          ...shapesOf(caseEnquiryColumns, {
            registeredBy: null,
            status: codeOf(enquiryStatuses),
            sourceType: 'From whom',
            unit: 'Who is to answer it, or did; null for the coordinating unit',
          }),
          becameOn: date('From when it goes on in this case'),
          registeredBy: party,
        }),
      ),
    ),
    documents: ofAnEarlierDay(shapesOf(documentThenColumns, {})),
    complaints: ofAnEarlierDay(
      shapesOf(complaintThenColumns, {
        status: codeOf(complaintStatuses),
        begunOn: 'When it came, or grounds were asked for first',
      }),
    ),
    withoutConsent: list(
      text(
        'An appointment, plan or member on the decision of this case that no consent covers today, or on its first day to come',
      ),
    ),
    appointedOn: orNull(date('The first day of whoever coordinated first on the decision of this case')),
    conditions: list(codeOf(criteria, 'What the law asks today of what is applied for')),
    targets: list(object({ ...target, reachedOn: orNull(date()) })),
    deadlines: list(deadlineShape),
    readiness: readinessShape,
    notUpToDateSince: orNull({
      ...instant(),
      description:
        'While a stream that the case is made of is set aside: what was recorded after this is not in the answer',
    }),
    goesOn: list(
      text('Of a closed case: an appointment, plan or member of the person that did not end with it'),
    ),
    revision: text('The same as in the ETag'),
  }),
);
