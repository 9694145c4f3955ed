import {
  closureReasons,
  consentScopes,
  departureReasons,
  discrepancies,
  endReasons,
  reportedEnds,
} from '#coordination';
import { registerColumns } from '#projections/coordination-register/queries';
import { consentSections, representatives, units } from '#vocabulary';
import {
  answer,
  code,
  codeOf,
  date,
  flag,
  list,
  object,
  orNull,
  page,
  party,
  type Shape,
  subject,
  text,
  without,
} from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { discrepancyShape, reportShape } from './unit-reports-read.controller.js';

const { appointments, choices, disputes, gaps, handovers, members, plans, proposals, reviews, wishes } =
  registerColumns;
const consent = object({
  consentId: text(),
  scopes: list(codeOf(consentScopes)),
  sections: orNull(list(codeOf(consentSections, 'What of it is shared; null for all that the plan says'))),
  recipients: orNull(list(party)),
  givenBy: codeOf(representatives),
  giver: orNull(party),
  givenOn: date(),
  caseId: orNull(text('The case whose application’s form bore it')),
  validUntil: orNull(date()),
  withdrawnOn: orNull(date('From when nothing of it holds')),
  withdrawn: list(object({ scope: codeOf(consentScopes), withdrawnOn: date() })),
});
/** Of the register: who is in the group now. */
const member = {
  ...shapesOf(members.records, { partyId: null, leftOn: null, reasonCode: null, reason: null }),
  party,
};

const common: Readonly<Record<string, Shape>> = {
  municipality: text(),
  subject,
  activePlanId: orNull(text()),
  planSince: orNull(date()),
  planDeclinedOn: orNull(date('When the person said no to a plan, while that stands')),
  coordinatorDeclinedOn: orNull(date('When the person said no to a coordinator, while that stands')),
  coordinator: orNull(party),
  coordinatorUnit: orNull(code(units)),
  coordinatorSince: orNull(date()),
  temporaryCoordinator: orNull(party),
  childCoordinator: orNull(party),
  nextCoordinator: orNull(party),
  nextCoordinatorFrom: orNull(date('The day to come from which she coordinates')),
  withoutCoordinatorSince: orNull(
    date('Since when somebody should coordinate and nobody does, in whatever way'),
  ),
  endedOn: orNull(date('The day on which all of it ended for the person')),
  endReason: orNull(codeOf(endReasons)),
  lostBases: list(
    object({
      caseId: text('Its decision no longer holds'),
      restsOn: list(text('What still rests on it')),
      since: date(),
    }),
  ),
  discrepancies: list(codeOf(discrepancies, 'What does not fit in what units reported')),
  consentScopes: list(codeOf(consentScopes, 'What the person consents to today')),
  withoutConsent: list(
    text(
      'An appointment, plan or member that no consent covers today, or on its first day where that is to come',
    ),
  ),
};

export const registerAnswer = page({
  coordination: list(
    object({
      ...common,
      members: list(object(member)),
      nextReviewOn: orNull(
        date(
          'From when it is asked again whether plan and coordinator are right; null where that is not asked',
        ),
      ),
    }),
  ),
});

const whole = {
  ...common,
  revision: orNull(text('The same as in the ETag; null before anything is recorded')),
  consents: list(consent),
  wishes: list(object(shapesOf(wishes.records))),
  proposals: list(
    object({
      ...shapesOf(proposals.records, { candidateId: null, leaderId: null }),
      candidate: party,
      leader: orNull(party),
    }),
  ),
  choices: list(object({ ...shapesOf(choices.records, { saidById: null }), sayer: orNull(party) })),
  disputes: list(
    object({
      ...shapesOf(disputes.records, { raisedById: null, settledById: null }),
      raiser: orNull(party),
      settler: orNull(party),
    }),
  ),
  plans: list(object(shapesOf(plans.records))),
  appointments: list(
    object({ ...shapesOf(appointments.records, { coordinatorId: null }), coordinator: party }),
  ),
  handovers: list(object({ ...shapesOf(handovers.records, { writtenById: null }), writer: orNull(party) })),
  reviews: list(object({ ...shapesOf(reviews.records, { reviewedById: null }), reviewer: orNull(party) })),
  members: list(object({ ...shapesOf(members.records, { partyId: null }), party })),
  gaps: list(object(shapesOf(gaps.records))),
  reports: list(object({ ...reportShape, discrepancies: list(object(discrepancyShape)) })),
  endReports: list(
    object({
      endReportId: text(),
      what: codeOf(reportedEnds),
      of: text('The plan, report, member or appointment'),
      endedOn: date(),
      closureReasonCode: orNull(codeOf(closureReasons, 'Of a plan')),
      departureReasonCode: orNull(codeOf(departureReasons, 'Of whoever left')),
      personAgrees: orNull(flag()),
      reporter: orNull(party),
      unit: orNull(code(units)),
      reportedOn: date(),
      isRecorded: flag('The register has it ended'),
    }),
  ),
};
export const coordinationAnswer = answer(whole);
/** The same on somebody's page. */
export const coordinationOfSubject = object(without('subject', whole));
