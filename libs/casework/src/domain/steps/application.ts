import {
  codeOf,
  flag,
  list,
  localDate,
  optional,
  personal,
  ref,
  code,
  serial,
  v1,
  version,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { type ItemCode, items, representatives, units } from '#vocabulary';
import { type Case, type Opened, opened } from '../case.js';
import { applicantRoles, applicationParts, byLaw, channels } from '../codes.js';
import { applied, inApplication } from '../course.js';
import { about, of, sealedDigest, step } from '../step.js';

export const applicationRefusals = refusals('casework', {
  'application-already-received': [
    'This case has an application already. Correct that one, or open a new case for a further application.',
    'Denne saken har allerede en søknad. Rett den, eller åpne en ny sak for en ny søknad.',
    'Denne saka har alt ein søknad. Rett han, eller opne ei ny sak for ein ny søknad.',
  ],
  'no-items': [
    'An application asks for at least one item.',
    'En søknad gjelder minst én ytelse eller ordning.',
    'Ein søknad gjeld minst éi yting eller ordning.',
  ],
  'item-twice': [
    'An application names each item once.',
    'En søknad nevner det som det søkes om, én gang hver.',
    'Ein søknad nemner det som det blir søkt om, éin gong kvar.',
  ],
  'item-not-offered': [
    'One of the items is neither a right by law nor one that the municipality lets people apply for.',
    'Noe av det som det søkes om, er verken en rett etter loven eller noe som kommunen tilbyr.',
    'Noko av det som det blir søkt om, er verken ein rett etter lova eller noko som kommunen tilbyr.',
  ],
  'nothing-missing': [
    'An application is completed with what it lacks still, each once.',
    'En søknad kompletteres med det den fortsatt mangler, hver del én gang.',
    'Ein søknad blir komplettert med det han framleis manglar, kvar del éin gong.',
  ],
  'date-order.completed': [
    'An application is completed on or after the day it was received.',
    'En søknad kompletteres samme dag som den ble mottatt, eller senere.',
    'Ein søknad blir komplettert same dagen som han kom inn, eller seinare.',
  ],
  'date-order.withdrawn': [
    'An application is withdrawn on or after the day it was received.',
    'En søknad trekkes samme dag som den ble mottatt, eller senere.',
    'Ein søknad blir trekt same dagen som han kom inn, eller seinare.',
  ],
});
const { refuseIf, inOrder } = applicationRefusals;

/** What may be received in: nothing yet, or a need. */
function unapplied(state: Case) {
  refuseIf(state.status !== 'absent' && state.status !== 'needNotified', 'application-already-received');
  return state;
}

const received = (
  open: Opened,
  {
    items,
    receivedOn,
    signed,
  }: { readonly items: readonly ItemCode[]; readonly receivedOn: string; readonly signed: boolean },
): Case => ({
  ...open,
  status: 'applied',
  items,
  receivedOn,
  missing: signed ? [] : ['SIGNATURE'],
  criteria: {},
});

/** Nothing is asked of consent, signature or identity number: what is missing stands open on the case. */
const applicationReceived = step(
  'ApplicationReceived',
  version(
    2,
    {
      ...about,
      items: list(codeOf(items)),
      /** The day it reached the municipality; only a correction changes it (invariant 10). */
      receivedOn: localDate(),
      channel: codeOf(channels),
      written: flag(),
      signed: flag(),
      applicantRole: codeOf(applicantRoles),
      documentDigest: optional(personal.digest(of)),
      wish: optional(personal.text(of)),
      /** Who applies, beside the person; a role alone in those of before (D9). */
      applicantId: optional(ref('party')),
      /** Where an employee applies: the unit. */
      applicantUnit: optional(code(units)),
      /** Where it opens the case. */
      caseNumber: optional(serial()),
    },
    { occurs: 'receivedOn', ...sealedDigest },
  ),
  {
    in: unapplied,
    opens: true,
    check(_, { items }) {
      refuseIf(items.length === 0, 'no-items');
      refuseIf(hasDoubles(items), 'item-twice');
    },
    /** A municipality's profile says what it offers beside; it cannot take away a right (U1, docs/requirements.md). */
    admit({ items }, { profile }, standing) {
      if (items === undefined) return;
      const offered = [...profile().items, ...(standing?.items ?? [])];
      refuseIf(
        items.some((item) => !byLaw.includes(item) && !offered.includes(item)),
        'item-not-offered',
      );
    },
    begin: (data) => received(opened(data.subjectId), data),
    evolve: (state, data) => (state.status === 'needNotified' ? received(state, data) : state),
  },
);

/** What was missing came later; the application stands as it was received. */
const applicationCompleted = step(
  'ApplicationCompleted',
  version(
    2,
    {
      ...about,
      what: list(codeOf(applicationParts)),
      completedOn: localDate(),
      documentDigest: optional(personal.digest(of)),
    },
    { occurs: 'completedOn', ...sealedDigest },
  ),
  {
    in: applied,
    check({ missing, receivedOn }, { what, completedOn }) {
      refuseIf(
        what.length === 0 || hasDoubles(what) || what.some((part) => !missing.includes(part)),
        'nothing-missing',
      );
      inOrder(receivedOn, completedOn, 'date-order.completed');
    },
    evolve: (state, { what }) =>
      state.status === 'needNotified'
        ? state
        : { ...state, missing: state.missing.filter((part) => !what.includes(part)) },
  },
);

const applicationWithdrawn = step(
  'ApplicationWithdrawn',
  v1(
    {
      ...about,
      withdrawnOn: localDate(),
      withdrawnBy: codeOf(representatives),
      withdrawnById: optional(ref('party')),
      reason: optional(personal.text(of)),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    in: inApplication,
    check: ({ receivedOn }, { withdrawnOn }) => inOrder(receivedOn, withdrawnOn, 'date-order.withdrawn'),
    evolve: (state, { withdrawnOn }) =>
      state.status === 'applied' ? { ...state, status: 'withdrawn', withdrawnOn } : state,
  },
);

export const applicationSteps = [applicationReceived, applicationCompleted, applicationWithdrawn] as const;
