import {
  code,
  codeOf,
  dayToCome,
  idOf,
  integer,
  localDate,
  newId,
  optional,
  personal,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { stepsOf } from '#event-sourcing/step';
import { type About, about, own } from '../about.js';
import { courses, trainingForms } from '../codes.js';
import type { Training } from './training.js';

export const trainingRefusals = refusals('competence', {
  'no-such-training': ['There is no such training.', 'Opplæringen finnes ikke.', 'Opplæringa finst ikkje.'],
  'training-there': [
    'This training was offered already.',
    'Opplæringen er allerede registrert.',
    'Opplæringa er alt registrert.',
  ],
  'training-over': [
    'This training was held or cancelled already. Correct that entry if it is wrong.',
    'Opplæringen er allerede holdt eller avlyst. Rett den oppføringen hvis den er feil.',
    'Opplæringa er alt halden eller avlyst. Rett den oppføringa om ho er feil.',
  ],
  'date-order.training': [
    'A training is held or cancelled on or after the day on which it was offered.',
    'En opplæring holdes eller avlyses samme dag som den ble tilbudt, eller senere.',
    'Ei opplæring blir halden eller avlyst same dagen som ho vart tilboden, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = trainingRefusals;

const step = stepsOf<Training, undefined, unknown, About>();

/** Somebody may be trained, or a professional day is to be (U9): what, when, where and by whom. */
const trainingOffered = step(
  'TrainingOffered',
  v1(
    {
      ...about,
      trainingId: newId('training'),
      form: codeOf(trainingForms),
      /** What it counts as for those who complete it; absent where it counts as no course. */
      courseCode: optional(code(courses)),
      title: personal.text({ ...own, max: 200 }),
      offeredOn: localDate(),
      /** The day on which it is to be held. */
      plannedOn: dayToCome(),
      place: optional(personal.text({ ...own, max: 200 })),
      /** Who holds it. */
      heldBy: optional(personal.text({ ...own, max: 200 })),
    },
    { occurs: 'offeredOn' },
  ),
  {
    check({ status }, { offeredOn, plannedOn }) {
      refuseIf(status !== 'absent', 'training-there');
      inOrder(offeredOn, plannedOn, 'date-order.training');
    },
    evolve: (_, { offeredOn }) => ({ status: 'offered', offeredOn }),
  },
);

/** The training as it stands while it is neither held nor cancelled. */
function ahead(state: Training, day: string) {
  if (state.status === 'absent') throw refusal('no-such-training');
  refuseIf(state.status !== 'offered', 'training-over');
  inOrder(state.offeredOn, day, 'date-order.training');
  return state;
}

/** It was held. Who completed it is told of each of the staff. */
const trainingHeld = step(
  'TrainingHeld',
  v1(
    {
      ...about,
      trainingId: idOf('training'),
      heldOn: localDate(),
      /** How many were there, also from outside the municipality. */
      participants: optional(integer(0, 10_000)),
      note: optional(personal.text(own)),
    },
    { occurs: 'heldOn' },
  ),
  { in: ahead, evolve: (state) => (state.status === 'absent' ? state : { ...state, status: 'held' }) },
);

const trainingCancelled = step(
  'TrainingCancelled',
  v1(
    {
      ...about,
      trainingId: idOf('training'),
      cancelledOn: localDate(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'cancelledOn' },
  ),
  { in: ahead, evolve: (state) => (state.status === 'absent' ? state : { ...state, status: 'cancelled' }) },
);

export const trainingSteps = [trainingOffered, trainingHeld, trainingCancelled] as const;
