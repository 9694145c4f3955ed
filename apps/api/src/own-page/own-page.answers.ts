import { channels, outcomes } from '#casework';
import { coordinatorKinds } from '#coordination';
import { promisers, promiseStates } from '#follow-up';
import { accessOutcomes, accessPurposes, actorRoles } from '#personal-data';
import { goalKinds, measureResponsibles, planAuthors, planSectors } from '#plan';
import { openings, statuses } from '#projections/case-overview/labels';
import {
  consentScopes,
  consentSections,
  items,
  letterMatters,
  planSections,
  representatives,
  units,
} from '#vocabulary';
import { openedRecords } from '../access-log/opened.js';
import {
  answer,
  code,
  codeOf,
  date,
  flag,
  instant,
  integer,
  list,
  object,
  orNull,
  page,
  party,
  personal,
  text,
} from '../reading/shape.js';

const perhaps = orNull(personal());
const day = orNull(date());
const unit = orNull(code(units));
const written = { text: personal(), author: codeOf(planAuthors), namedAuthor: orNull(party) };

const plan = object({
  planId: text(),
  startedOn: day,
  entries: list(
    object({ entryId: text(), section: codeOf(planSections), ...written, writtenOn: date(), changedOn: day }),
  ),
  goals: list(
    object({
      goalId: text(),
      kind: codeOf(goalKinds),
      partOfId: orNull(text()),
      ...written,
      setOn: date(),
      reachedOn: day,
    }),
  ),
  milestones: list(
    object({ milestoneId: text(), goalId: text(), text: personal(), dueOn: day, reachedOn: day }),
  ),
  measures: list(
    object({
      measureId: text(),
      text: personal(),
      responsible: codeOf(measureResponsibles),
      unit,
      responsibleParty: orNull(party),
      dueOn: day,
      completedOn: day,
      binds: flag('What it costs is cleared, or it costs nothing more'),
    }),
  ),
  participants: list(
    object({
      participantId: text(),
      name: perhaps,
      party: orNull(party),
      sector: codeOf(planSectors),
      unit,
      contribution: perhaps,
    }),
  ),
  until: day,
  nextReviewOn: day,
  pausedOn: day,
  onPaper: flag('The plan itself is on paper'),
  approvedOn: orNull(date('When its owner said yes to how it stands')),
});

const cards = ['contactFunction', 'place', 'openingHours', 'telephone', 'mailbox', 'postalAddress'] as const;

export const ownPageAnswer = answer({
  municipality: text(),
  isYoung: flag('Under 16: spoken to in plainer words'),
  givenName: perhaps,
  familyName: perhaps,
  coordinators: list(
    object({
      coordinator: party,
      unit,
      kind: codeOf(coordinatorKinds),
      temporary: flag('Stands in'),
      validFrom: date(),
      telephone: perhaps,
      email: perhaps,
    }),
  ),
  contactCard: orNull(object({ ...Object.fromEntries(cards.map((name) => [name, perhaps])), unit })),
  plan: orNull(plan),
  cases: list(
    object({
      caseId: text(),
      caseNumber: orNull(text()),
      status: codeOf(statuses),
      opening: codeOf(openings),
      openedOn: date(),
      receivedOn: day,
      items: list(codeOf(items)),
      mappedOn: day,
      meetsOn: day,
      decidedOn: day,
      answeredOn: orNull(date('When the answer was sent; before that it is not told here')),
      expectedOn: orNull(date('By when an answer was promised')),
      outcomes: list(object({ item: codeOf(items), outcome: codeOf(outcomes) })),
      closedOn: day,
      withdrawnOn: day,
    }),
  ),
  letters: list(
    object({
      caseId: text(),
      caseNumber: orNull(text()),
      letterId: text(),
      matter: codeOf(letterMatters),
      documentId: orNull(text('The letter as it was printed, where it was written here')),
      sentOn: date(),
      channel: codeOf(channels),
    }),
  ),
  consents: list(
    object({
      consentId: text(),
      scopes: list(codeOf(consentScopes)),
      givenBy: codeOf(representatives),
      givenOn: date(),
      validUntil: day,
      withdrawnOn: day,
      holds: flag(),
      recipients: list(party),
      sections: list(codeOf(consentSections)),
    }),
  ),
  promises: list(
    object({
      promiseId: text(),
      what: personal(),
      by: codeOf(promisers),
      party: orNull(party),
      unit,
      dueOn: date(),
      timesMoved: integer(),
      state: codeOf(promiseStates),
      stateOn: day,
    }),
  ),
  nextMeeting: orNull(
    object({ meetingId: text(), meetsOn: date(), startsAt: orNull(text()), place: perhaps }),
  ),
});

export const ownAccessLogAnswer = page({
  entries: list(
    object({
      number: integer(),
      at: instant(),
      name: perhaps,
      role: code(actorRoles),
      units: list(code(units)),
      what: code(openedRecords),
      purpose: code(accessPurposes),
      outcome: codeOf(accessOutcomes),
    }),
  ),
});
