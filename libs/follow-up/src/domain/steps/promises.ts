import {
  code,
  codeOf,
  dayToCome,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { promiseEnds, promisers } from '../codes.js';
import { held, open, refuseUncoordinated } from '../course.js';
import { withPromise } from '../follow-up.js';
import { about, of, step } from '../step.js';

export const promiseRefusals = refusals('follow-up', {
  'already-promised': [
    'This was promised already.',
    'Denne avtalen er allerede registrert.',
    'Denne avtalen er alt registrert.',
  ],
  'who-promises': [
    'Say who promises: a party by name, a unit by its code, or the person, who is neither.',
    'Oppgi hvem som har lovet det: en part ved navn, en enhet, eller personen selv uten noe av dette.',
    'Oppgi kven som har lova det: ein part ved namn, ei eining, eller personen sjølv utan noko av dette.',
  ],
  'date-order.promised': [
    'What is promised is to be done on or after the day on which it is promised.',
    'Det som loves, skal gjøres samme dag eller senere.',
    'Det som blir lova, skal gjerast same dagen eller seinare.',
  ],
  'moved-nowhere': [
    'It is to be done on that day already.',
    'Det skal allerede gjøres den dagen.',
    'Det skal alt gjerast den dagen.',
  ],
});
const { refuseIf, inOrder } = promiseRefusals;

/** Somebody promises to do something by a day (A2, F13): at a meeting, or between meetings. */
const promiseMade = step(
  'PromiseMade',
  v1(
    {
      ...about,
      promiseId: newId('promise'),
      what: personal.text({ ...of, max: 1000 }),
      by: codeOf(promisers),
      partyId: optional(ref('party')),
      unit: optional(code(units)),
      dueOn: dayToCome(),
      /** The meeting in which it was promised. */
      meetingId: optional(idOf('aroundMeeting')),
      madeOn: localDate(),
    },
    { occurs: 'madeOn' },
  ),
  {
    check(state, { promiseId, by, partyId, unit, dueOn, meetingId, madeOn }) {
      refuseIf(state.promises[promiseId] !== undefined, 'already-promised');
      const isNamed = (by === 'PARTY') === (partyId !== undefined);
      // A party may promise for a unit; a unit needs its name, and the person has none.
      const hasUnit = by === 'UNIT' ? unit !== undefined : by === 'PARTY' || unit === undefined;
      refuseIf(!isNamed || !hasUnit, 'who-promises');
      inOrder(madeOn, dueOn, 'date-order.promised');
      if (meetingId !== undefined) held(state, meetingId, madeOn);
    },
    admit(_, asked, standing) {
      if (standing === undefined) refuseUncoordinated(asked);
    },
    evolve(state, { promiseId, dueOn, meetingId, madeOn }) {
      const promised = { state: 'OPEN' as const, madeOn, dueOn, meetingId };
      return { ...state, promises: { ...state.promises, [promiseId]: promised } };
    },
  },
);

/** By another day; how often is counted. */
const promiseMoved = step(
  'PromiseMoved',
  v1(
    {
      ...about,
      promiseId: idOf('promise'),
      dueOn: dayToCome(),
      reason: optional(personal.text({ ...of, max: 1000 })),
      movedOn: localDate(),
    },
    { occurs: 'movedOn' },
  ),
  {
    check(state, { promiseId, dueOn, movedOn }) {
      const promised = open(state, promiseId, movedOn);
      refuseIf(promised.dueOn === dueOn, 'moved-nowhere');
      inOrder(movedOn, dueOn, 'date-order.promised');
    },
    evolve: (state, { promiseId, dueOn }) => withPromise(state, promiseId, { dueOn }),
  },
);

const promiseKept = step(
  'PromiseKept',
  v1(
    {
      ...about,
      promiseId: idOf('promise'),
      note: optional(personal.text({ ...of, max: 1000 })),
      keptOn: localDate(),
    },
    { occurs: 'keptOn' },
  ),
  {
    check: (state, { promiseId, keptOn }) => void open(state, promiseId, keptOn),
    evolve: (state, { promiseId }) => withPromise(state, promiseId, { state: 'KEPT' }),
  },
);

/** It was not kept, or is no longer needed; either says why. */
const promiseEnded = step(
  'PromiseEnded',
  v1(
    {
      ...about,
      promiseId: idOf('promise'),
      end: codeOf(promiseEnds),
      reason: personal.text({ ...of, max: 1000 }),
      endedOn: localDate(),
    },
    { occurs: 'endedOn' },
  ),
  {
    check: (state, { promiseId, endedOn }) => void open(state, promiseId, endedOn),
    evolve: (state, { promiseId, end }) => withPromise(state, promiseId, { state: end }),
  },
);

export const promiseSteps = [promiseMade, promiseMoved, promiseKept, promiseEnded] as const;
