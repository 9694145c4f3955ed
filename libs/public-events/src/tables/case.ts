import type { caseEvents } from '#casework';
import type { Table } from '../decision.js';

const internal = 'Work inside the unit: what comes of it is told when it is decided.';
const ofThePerson = 'It says something of the person, or of what the person needs.';
const ofStaff = 'It is about staff.';
const ofDeadlines = 'How the unit stands with its deadlines is told in its figures, and not case by case.';
const ofLetters =
  'What is written to whom is between the unit and them: that an answer went out, or came back, is told by itself.';

/** What others are told of a case. */
export const caseTable: Table<typeof caseEvents> = {
  NeedNotified: {
    name: 'need-notified',
    says: ['A need was notified.', 'Behov er meldt', 'Behov er meldt'],
    fields: ['channel', 'notifierRole', 'notifierUnit'],
    details: ['need', 'subjectWishes'],
  },
  NeedAnswered: {
    name: 'need-answered',
    says: ['The person was asked about the need.', 'Meldt behov er avklart', 'Meldt behov er avklart'],
    fields: ['channel'],
    details: ['subjectWishes', 'answeredBy', 'answer', 'need'],
  },
  ApplicationReceived: {
    name: 'application-received',
    says: ['An application was received.', 'Søknad er mottatt', 'Søknad er motteken'],
    fields: ['channel', 'written', 'applicantUnit'],
    plan: ['items'],
    details: ['caseNumber', 'applicantRole', 'wish'],
  },
  ApplicationCompleted: {
    name: 'application-completed',
    says: ['What an application lacked has come.', 'Søknad er komplett', 'Søknad er komplett'],
    fields: ['what'],
  },
  AssistedApplicationWritten: { withheld: internal },
  ApplicationWithdrawn: {
    name: 'application-withdrawn',
    says: ['The application was withdrawn.', 'Søknad er trukket', 'Søknad er trekt'],
    fields: [],
    details: ['withdrawnBy', 'reason'],
  },
  InformationGiven: {
    name: 'information-given',
    says: ['Information was given.', 'Informasjon er gitt', 'Informasjon er gitt'],
    fields: ['ways'],
    details: ['topics', 'recipients', 'note'],
  },
  PreliminaryReplySent: {
    name: 'preliminary-reply-sent',
    says: ['A preliminary reply was sent.', 'Foreløpig svar er sendt', 'Førebels svar er sendt'],
    fields: ['channel', 'expectedOn'],
    details: ['recipients', 'reasonCode', 'reason'],
  },
  MappingAssigned: {
    name: 'mapping-assigned',
    says: ['Somebody is to map the need.', 'Kartlegging er tildelt', 'Kartlegging er tildelt'],
    fields: ['assignmentId', 'unit', 'dueOn'],
  },
  MappingCompleted: {
    name: 'mapping-completed',
    says: ['The need was mapped.', 'Kartlegging er fullført', 'Kartlegging er fullført'],
    fields: ['assignmentId'],
    details: ['summary'],
  },
  KeMeetingConvenedForCase: {
    name: 'meeting-convened',
    says: ['A meeting on the case was convened.', 'Møte om saken er innkalt', 'Møte om saka er innkalla'],
    fields: ['meetingId', 'meetsOn', 'invitedUnits'],
  },
  ChildHeard: { withheld: ofThePerson },
  RecommendationMade: {
    name: 'recommendation-made',
    says: ['A recommendation was made.', 'Innstilling er gitt', 'Innstilling er gitt'],
    fields: [],
    plan: ['items.item', 'items.outcome'],
    details: [
      'items.item',
      'items.outcome',
      'items.reason',
      'criteria.criterion',
      'criteria.met',
      'criteria.reason',
    ],
  },
  BoardApproved: {
    name: 'board-approved',
    says: ['The board approved.', 'Nemnda har godkjent', 'Nemnda har godkjent'],
    fields: ['meetingId'],
  },
  BoardReturned: {
    name: 'board-returned',
    says: [
      'The board sent the case back.',
      'Nemnda har sendt saken tilbake',
      'Nemnda har sendt saka tilbake',
    ],
    fields: ['meetingId'],
  },
  BoardRejected: {
    name: 'board-rejected',
    says: ['The board did not approve.', 'Nemnda har ikke godkjent', 'Nemnda har ikkje godkjent'],
    fields: ['meetingId'],
  },
  SecondReadingRequested: { withheld: internal },
  SecondReadingGiven: { withheld: internal },
  CriterionAssessed: { withheld: ofThePerson },
  DecisionMade: {
    name: 'decision-made',
    says: ['A decision was made.', 'Vedtak er fattet', 'Vedtak er fatta'],
    fields: ['decisionId', 'decidedBy', 'meetingId', 'legalBasis'],
    plan: ['items.item', 'items.outcome', 'items.legalBasis'],
    details: ['items.item', 'items.outcome', 'items.reason'],
  },
  DecisionAmended: {
    name: 'decision-amended',
    says: ['A decision was amended.', 'Vedtak er omgjort', 'Vedtak er gjort om'],
    fields: ['decisionId', 'amends', 'decidedBy', 'meetingId', 'legalBasis'],
    plan: ['items.item', 'items.outcome', 'items.legalBasis'],
    details: ['groundCode', 'reason', 'items.item', 'items.outcome', 'items.reason'],
  },
  DecisionNotified: {
    name: 'decision-notified',
    says: ['The decision was sent.', 'Vedtak er sendt', 'Vedtak er sendt'],
    fields: ['dispatchId', 'channel'],
    details: ['recipients'],
  },
  AnswerDelivered: {
    name: 'answer-delivered',
    says: ['The answer has arrived.', 'Svaret er kommet fram', 'Svaret er kome fram'],
    fields: ['dispatchId', 'proof'],
    details: ['recipient'],
  },
  AnswerReturned: {
    name: 'answer-returned',
    says: ['The answer came back.', 'Svaret er kommet i retur', 'Svaret er kome i retur'],
    fields: ['dispatchId'],
    details: ['recipient', 'cause', 'note'],
  },
  LetterIssued: { withheld: ofLetters },
  LetterDispatched: { withheld: ofLetters },
  LetterDelivered: { withheld: ofLetters },
  LetterReturned: { withheld: ofLetters },
  CaseNumberGiven: {
    withheld: 'The number stands on letters: with it, an opaque id would be opaque no more.',
  },
  OutsideReferenceAdded: {
    name: 'outside-reference-added',
    says: [
      'Another system has a reference of its own for the case.',
      'Referanse i et annet system er lagt til',
      'Referanse i eit anna system er lagd til',
    ],
    fields: ['system'],
    details: ['systemName', 'reference'],
  },
  CaseClosed: {
    name: 'closed',
    says: ['The case was closed.', 'Saken er avsluttet', 'Saka er avslutta'],
    fields: [],
    details: ['reasonCode', 'reason', 'personAgrees'],
  },
  CaseReopened: {
    name: 'reopened',
    says: ['The case was opened again.', 'Saken er åpnet igjen', 'Saka er opna att'],
    fields: [],
    details: ['reason'],
  },
  DecisionSetAside: {
    withheld: 'It is of a complaint; that the case is open again, and is decided anew, is told by itself.',
  },
  CaseworkerAssigned: {
    name: 'caseworker-assigned',
    says: ['The case has a caseworker.', 'Saksbehandler er tildelt', 'Saksbehandlar er tildelt'],
    fields: ['standsIn'],
  },
  CaseworkerDisqualified: { withheld: ofStaff },
  HandlingDisputeRaised: { withheld: internal },
  HandlingDisputeSettled: { withheld: internal },
  DeadlineSet: { withheld: ofDeadlines },
  DeadlineMet: { withheld: ofDeadlines },
  DeadlineMissed: { withheld: ofDeadlines },
  DeadlineExpired: { withheld: ofDeadlines },
  DeadlineLifted: { withheld: ofDeadlines },
};
