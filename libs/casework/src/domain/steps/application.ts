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
import { consentScopes, type ItemCode, items, representatives, units } from '#vocabulary';
import { type Applied, type Case, type Opened, opened } from '../case.js';
import { applicantRoles, type ApplicationPart, applicationParts, byLaw, channels } from '../codes.js';
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
  'form-consent': [
    'A consent statement on the form says what it covers, who gave it and on which day.',
    'En samtykkeerklæring på skjemaet sier hva den gjelder, hvem som ga den, og hvilken dag.',
    'Ei samtykkeerklæring på skjemaet seier kva ho gjeld, kven som gav ho, og kva dag.',
  ],
  'form-consent.scopes': [
    'A consent statement covers at least one matter, and names each once.',
    'En samtykkeerklæring gjelder minst én ting, og nevner hver ting én gang.',
    'Ei samtykkeerklæring gjeld minst éin ting, og nemner kvar ting éin gong.',
  ],
  'writing-by-profile': [
    'Whether an application must be in writing follows from the municipality’s profile.',
    'Om en søknad skal være skriftlig, følger av kommunens profil.',
    'Om ein søknad skal vere skriftleg, følgjer av profilen til kommunen.',
  ],
  'already-written': [
    'This application is in writing already.',
    'Denne søknaden er allerede skriftlig.',
    'Denne søknaden er alt skriftleg.',
  ],
  'date-order.written': [
    'An application is written down on or after the day it was received.',
    'En søknad skrives ned samme dag som den ble mottatt, eller senere.',
    'Ein søknad blir skriven ned same dagen som han kom inn, eller seinare.',
  ],
  'date-order.said': [
    'What was said is written down on or after the day it was said.',
    'Det som ble sagt, skrives ned samme dag som det ble sagt, eller senere.',
    'Det som vart sagt, blir skrive ned same dagen som det vart sagt, eller seinare.',
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
    written,
    signed,
    asksForWriting = false,
  }: {
    readonly items: readonly ItemCode[];
    readonly receivedOn: string;
    readonly written: boolean;
    readonly signed: boolean;
    readonly asksForWriting?: boolean | undefined;
  },
): Case => ({
  ...open,
  status: 'applied',
  items,
  receivedOn,
  written,
  missing: [
    ...(asksForWriting && !written ? (['WRITING'] as const) : []),
    ...(signed ? [] : (['SIGNATURE'] as const)),
  ],
  criteria: {},
});

const isTold = (value: unknown) => value !== undefined;

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
      /** The profile of its day asks for writing: until there is any, it stands open (S7). Nobody says it. */
      asksForWriting: optional(flag()),
      /** What the form's consent statement covers, who gave it and when: it is a consent once the form is signed (U2). */
      consentScopes: optional(list(codeOf(consentScopes))),
      consentGivenBy: optional(codeOf(representatives)),
      consentGivenById: optional(ref('party')),
      consentGivenOn: optional(localDate()),
    },
    { occurs: 'receivedOn', ...sealedDigest },
  ),
  {
    in: unapplied,
    opens: true,
    check(_, { items, consentScopes: scopes, consentGivenBy, consentGivenById, consentGivenOn }) {
      refuseIf(items.length === 0, 'no-items');
      refuseIf(hasDoubles(items), 'item-twice');
      const giving = [consentGivenBy, consentGivenOn];
      refuseIf(scopes === undefined && [...giving, consentGivenById].some(isTold), 'form-consent');
      refuseIf(scopes !== undefined && !giving.every(isTold), 'form-consent');
      refuseIf(scopes !== undefined && (scopes.length === 0 || hasDoubles(scopes)), 'form-consent.scopes');
    },
    /** A municipality's profile says what it offers beside; it cannot take away a right (U1, docs/requirements.md). */
    admit({ items, asksForWriting }, { profile }, standing) {
      refuseIf(asksForWriting !== undefined, 'writing-by-profile');
      if (items === undefined) return;
      const offered = [...profile().items, ...(standing?.items ?? [])];
      refuseIf(
        items.some((item) => !byLaw.includes(item) && !offered.includes(item)),
        'item-not-offered',
      );
    },
    decide: (said, { asked }, fact) => [
      fact({ ...said, ...(asked.profile().asksForWriting === true && { asksForWriting: true }) }),
    ],
    begin: (data) => received(opened(data.subjectId), data),
    evolve: (state, data) => (state.status === 'needNotified' ? received(state, data) : state),
  },
);

const completedWith = ({ written, missing }: Applied, what: readonly ApplicationPart[]) => ({
  written: written || what.includes('WRITING'),
  missing: missing.filter((part) => !what.includes(part)),
});

/**
 * What was applied for by word of mouth, written down with the person by whoever helped: it is the written application from then on. The unit
 * owes that help (S7).
 */
const assistedApplicationWritten = step(
  'AssistedApplicationWritten',
  v1(
    {
      ...about,
      helperId: ref('party'),
      /** Whose words they are, and when they were said. */
      saidBy: codeOf(representatives),
      saidById: optional(ref('party')),
      saidOn: localDate(),
      writtenOn: localDate(),
      signed: flag(),
      text: optional(personal.text(of)),
      documentDigest: optional(personal.digest(of)),
    },
    { occurs: 'writtenOn' },
  ),
  {
    in: applied,
    check({ written, receivedOn }, { saidOn, writtenOn }) {
      refuseIf(written, 'already-written');
      inOrder(receivedOn, writtenOn, 'date-order.written');
      inOrder(saidOn, writtenOn, 'date-order.said');
    },
    evolve: (state, { signed }) =>
      state.status === 'needNotified'
        ? state
        : { ...state, ...completedWith(state, ['WRITING', ...(signed ? (['SIGNATURE'] as const) : [])]) },
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
      state.status === 'needNotified' ? state : { ...state, ...completedWith(state, what) },
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

export const applicationSteps = [
  applicationReceived,
  applicationCompleted,
  assistedApplicationWritten,
  applicationWithdrawn,
] as const;
