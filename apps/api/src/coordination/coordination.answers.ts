import {
  answer,
  code,
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
import { coordinationCodes } from './coordination-codes.js';

const { scopes, givers, kinds, wishesFollowed, releaseReasons, closureReasons, departureReasons } =
  coordinationCodes;

const member = { memberId: text(), party, memberRole: text(), unit: orNull(text()), joinedOn: date() };

const common: Readonly<Record<string, Shape>> = {
  municipality: text(),
  subject,
  activePlanId: orNull(text()),
  planSince: orNull(date()),
  coordinator: orNull(party),
  coordinatorUnit: orNull(text()),
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
  consentScopes: list(code(scopes, 'What the person consents to today')),
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
      scopes: list(code(scopes)),
      givenBy: code(givers),
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
      reasonCode: orNull(code(closureReasons)),
      reason: orNull(personal()),
    }),
  ),
  appointments: list(
    object({
      appointmentId: text(),
      coordinator: party,
      unit: orNull(text()),
      kind: code(kinds),
      temporary: flag(),
      caseId: text(),
      validFrom: date(),
      wishFollowed: code(wishesFollowed),
      reason: orNull(personal()),
      releasedOn: orNull(date()),
      releaseReasonCode: orNull(code(releaseReasons)),
      releaseReason: orNull(personal()),
    }),
  ),
  members: list(
    object({
      ...member,
      leftOn: orNull(date()),
      reasonCode: orNull(code(departureReasons)),
      reason: orNull(personal()),
    }),
  ),
  gaps: list(object({ appointmentId: text(), kind: code(kinds), since: date() })),
});
