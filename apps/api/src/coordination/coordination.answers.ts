import {
  closureReasons,
  consentScopes,
  coordinatorKinds,
  departureReasons,
  memberRoles,
  releaseReasons,
  wishesFollowed,
} from '#coordination';
import { representatives, units } from '#vocabulary';
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
  personal,
  type Shape,
  subject,
  text,
} from '../reading/shape.js';

const member = {
  memberId: text(),
  party,
  memberRole: code(memberRoles),
  unit: orNull(code(units)),
  joinedOn: date(),
};

const common: Readonly<Record<string, Shape>> = {
  municipality: text(),
  subject,
  activePlanId: orNull(text()),
  planSince: orNull(date()),
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
  lostBases: list(
    object({
      caseId: text('Its decision no longer holds'),
      restsOn: list(text('What still rests on it')),
      since: date(),
    }),
  ),
  consentScopes: list(codeOf(consentScopes, 'What the person consents to today')),
  withoutConsent: list(
    text('An appointment, plan or member that stands though no consent covers its first day, nor today'),
  ),
};

export const registerAnswer = page({
  coordination: list(object({ ...common, members: list(object(member)) })),
});

export const coordinationAnswer = answer({
  ...common,
  revision: orNull(text('The same as in the ETag; null before anything is recorded')),
  consents: list(
    object({
      consentId: text(),
      scopes: list(codeOf(consentScopes)),
      givenBy: codeOf(representatives),
      givenOn: date(),
      validUntil: orNull(date()),
      withdrawnOn: orNull(date()),
    }),
  ),
  plans: list(
    object({
      planId: text(),
      caseId: text(),
      startedOn: date(),
      withSubject: flag(),
      closedOn: orNull(date()),
      reasonCode: orNull(codeOf(closureReasons)),
      reason: orNull(personal()),
    }),
  ),
  appointments: list(
    object({
      appointmentId: text(),
      coordinator: party,
      unit: orNull(code(units)),
      kind: codeOf(coordinatorKinds),
      temporary: flag(),
      caseId: text(),
      validFrom: date(),
      wishFollowed: codeOf(wishesFollowed),
      reason: orNull(personal()),
      releasedOn: orNull(date()),
      releaseReasonCode: orNull(codeOf(releaseReasons)),
      releaseReason: orNull(personal()),
    }),
  ),
  members: list(
    object({
      ...member,
      leftOn: orNull(date()),
      reasonCode: orNull(codeOf(departureReasons)),
      reason: orNull(personal()),
    }),
  ),
  gaps: list(object({ appointmentId: text(), kind: codeOf(coordinatorKinds), since: date() })),
});
