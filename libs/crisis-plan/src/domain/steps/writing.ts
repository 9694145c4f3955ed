import { amended } from '#event-sourcing/amended';
import { dayToCome, flag, integer, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { refuseUncoordinated, standing } from '../course.js';
import type { CrisisPlan } from '../crisis-plan.js';
import { about, type Asked, of, step } from '../step.js';

export const writingRefusals = refusals('crisis-plan', {
  'already-drawn-up': [
    'The person has a crisis plan already. Revise it instead.',
    'Personen har allerede en kriseplan. Skriv en ny versjon av den.',
    'Personen har alt ein kriseplan. Skriv ein ny versjon av han.',
  ],
  'date-order.review': [
    'The next review comes on or after the day on which it is set.',
    'Neste gjennomgang kommer samme dag som den settes, eller senere.',
    'Neste gjennomgang kjem same dagen som han blir sett, eller seinare.',
  ],
  'date-order.written': [
    'A version is not older than the one before it.',
    'En versjon er ikke eldre enn den forrige.',
    'Ein versjon er ikkje eldre enn den førre.',
  ],
});
const { refuseIf, inOrder } = writingRefusals;

const text = personal.text({ ...of, max: 1000 });
/** Short enough that all of it is one page, and each a quarter of one that is folded into a wallet. */
const written = {
  warningSigns: text,
  whatHelps: text,
  whatToDo: text,
  whomToCall: text,
  /** The person took part in writing it. */
  withSubject: flag(),
  nextReviewOn: dayToCome(),
  /** Numbered as recorded. */
  version: optional(integer(1, 10_000)),
};
const admit = (_: unknown, asked: Asked, known?: unknown) => {
  if (known === undefined) refuseUncoordinated(asked);
};

const drawnUp = step(
  'CrisisPlanDrawnUp',
  v1({ ...about, ...written, drawnUpOn: localDate() }, { occurs: 'drawnUpOn' }),
  {
    check(state, { nextReviewOn, drawnUpOn }) {
      refuseIf(state.drawnUpOn !== undefined, 'already-drawn-up');
      inOrder(state.writtenOn, drawnUpOn, 'date-order.written');
      inOrder(drawnUpOn, nextReviewOn, 'date-order.review');
    },
    admit,
    decide: (said, { state }, fact) => [fact({ ...said, version: state.version + 1 })],
    evolve: (state, { drawnUpOn }) => ({
      ...state,
      version: state.version + 1,
      drawnUpOn,
      writtenOn: drawnUpOn,
    }),
  },
);

/** All of it anew, as a version with its day. */
const revised = step(
  'CrisisPlanRevised',
  v1({ ...about, ...written, revisedOn: localDate() }, { occurs: 'revisedOn' }),
  {
    check(state, { nextReviewOn, revisedOn }) {
      standing(state, revisedOn);
      inOrder(state.writtenOn, revisedOn, 'date-order.written');
      inOrder(revisedOn, nextReviewOn, 'date-order.review');
    },
    admit,
    decide: (said, { state }, fact) => [fact({ ...said, version: state.version + 1 })],
    evolve: (state, { revisedOn }) => ({ ...state, version: state.version + 1, writtenOn: revisedOn }),
  },
);

/** Somebody went through it with the person, and it stays as it is. */
const reviewed = step(
  'CrisisPlanReviewed',
  v1(
    {
      ...about,
      withSubject: flag(),
      remark: optional(personal.text({ ...of, max: 1000 })),
      nextReviewOn: dayToCome(),
      reviewedOn: localDate(),
    },
    { occurs: 'reviewedOn' },
  ),
  {
    check(state, { nextReviewOn, reviewedOn }) {
      standing(state, reviewedOn);
      inOrder(reviewedOn, nextReviewOn, 'date-order.review');
    },
    evolve: (state) => state,
  },
);

/** There is none any more: nobody reads it, and those who had it have it no longer. */
const withdrawn = step(
  'CrisisPlanWithdrawn',
  v1(
    { ...about, reason: optional(personal.text({ ...of, max: 1000 })), withdrawnOn: localDate() },
    { occurs: 'withdrawnOn' },
  ),
  {
    check: (state, { withdrawnOn }) => standing(state, withdrawnOn),
    evolve: (state, { withdrawnOn }): CrisisPlan => ({
      ...state,
      drawnUpOn: undefined,
      recipients: amended(state.recipients, (one) => one.takenBackOn === undefined, {
        takenBackOn: withdrawnOn,
      }),
    }),
  },
);

export const writingSteps = [drawnUp, revised, reviewed, withdrawn] as const;
