import { codeOf, digest, flag, list, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { type Case, opened, type Present } from '../case.js';
import { applicationParts, byLaw, channels, type ItemCode, itemCodes } from '../codes.js';
import { applied, inApplication } from '../course.js';
import { hasDoubles, order, refuseIf } from '../refusal.js';
import { about, of, step } from '../step.js';

/** What may be received in: nothing yet, or a need. */
function unapplied(state: Case) {
  refuseIf(
    state.status !== 'absent' && state.status !== 'needNotified',
    'application-already-received',
    'This case has an application already. Correct that one, or open a new case for a further application.',
  );
  return state;
}

const received = (
  {
    subjectId,
    needOn,
    assignment,
    meetings,
  }: Pick<Present, 'subjectId' | 'needOn' | 'assignment' | 'meetings'>,
  {
    items,
    receivedOn,
    signed,
  }: { readonly items: readonly ItemCode[]; readonly receivedOn: string; readonly signed: boolean },
): Case => ({
  status: 'applied',
  subjectId,
  needOn,
  assignment,
  meetings,
  items,
  receivedOn,
  missing: signed ? [] : ['SIGNATURE'],
  criteria: {},
});

/** Nothing is asked of consent, signature or identity number: what is missing stands open on the case. */
const applicationReceived = step(
  'ApplicationReceived',
  v1(
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
  {
    in: unapplied,
    opens: true,
    check(_, { items }) {
      refuseIf(items.length === 0, 'no-items', 'An application asks for at least one item.');
      refuseIf(hasDoubles(items), 'item-twice', 'An application names each item once.');
    },
    /** A municipality's profile says what it offers beside; it cannot take away a right (U1, docs/requirements.md). */
    byProfile({ items }, profile, standing) {
      if (items === undefined) return;
      const offered = [...profile().items, ...(standing?.items ?? [])];
      refuseIf(
        items.some((item) => !byLaw.includes(item) && !offered.includes(item)),
        'item-not-offered',
        'One of the items is neither a right by law nor one that the municipality lets people apply for.',
      );
    },
    begin: (data) => received(opened(data.subjectId), data),
    evolve: (state, data) => (state.status === 'needNotified' ? received(state, data) : state),
  },
);

/** What was missing came later; the application stands as it was received. */
const applicationCompleted = step(
  'ApplicationCompleted',
  v1(
    {
      ...about,
      what: list(codeOf(...applicationParts)),
      completedOn: localDate(),
      documentDigest: optional(digest()),
    },
    { occurs: 'completedOn' },
  ),
  {
    in: applied,
    check({ missing, receivedOn }, { what, completedOn }) {
      refuseIf(
        what.length === 0 || hasDoubles(what) || what.some((part) => !missing.includes(part)),
        'nothing-missing',
        'An application is completed with what it lacks still, each once.',
      );
      order(receivedOn, completedOn, 'An application is completed on or after the day it was received.');
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
      withdrawnBy: codeOf('SUBJECT', 'GUARDIAN', 'REPRESENTATIVE'),
      reason: optional(personal.text(of)),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    in: inApplication,
    check: ({ receivedOn }, { withdrawnOn }) =>
      order(receivedOn, withdrawnOn, 'An application is withdrawn on or after the day it was received.'),
    evolve: (state, { withdrawnOn }) =>
      state.status === 'applied' ? { ...state, status: 'withdrawn', withdrawnOn } : state,
  },
);

export const applicationSteps = [applicationReceived, applicationCompleted, applicationWithdrawn] as const;
