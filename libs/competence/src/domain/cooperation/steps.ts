import {
  code,
  codeOf,
  dayToCome,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { stepsOf } from '#event-sourcing/step';
import { units } from '#vocabulary';
import { type About, about, own } from '../about.js';
import { standpoints, taskOutcomes, userBodies } from '../codes.js';
import type { KnownMatter, Matter } from './matter.js';

export const cooperationRefusals = refusals('competence', {
  'no-such-matter': [
    'There is no such task or hearing.',
    'Oppgaven eller høringen finnes ikke.',
    'Oppgåva eller høyringa finst ikkje.',
  ],
  'matter-there': ['This was recorded already.', 'Dette er allerede registrert.', 'Dette er alt registrert.'],
  'matter-ended': [
    'This is done with already. Correct that entry if it is wrong.',
    'Dette er allerede avsluttet. Rett den oppføringen hvis den er feil.',
    'Dette er alt avslutta. Rett den oppføringa om ho er feil.',
  ],
  'date-order.matter': [
    'What follows comes on or after the day of what was told before.',
    'Det som følger, kommer samme dag som det forrige, eller senere.',
    'Det som følgjer, kjem same dagen som det førre, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = cooperationRefusals;

const step = stepsOf<Matter, undefined, unknown, About>();

const absent = (state: Matter): Matter => {
  refuseIf(state.status !== 'absent', 'matter-there');
  return state;
};
/** What is still open, of that kind, on a day. */
const open =
  (kind: KnownMatter['kind']) =>
  (state: Matter, day: string): KnownMatter => {
    if (state.status === 'absent' || state.kind !== kind) throw refusal('no-such-matter');
    refuseIf(state.status === 'ended', 'matter-ended');
    inOrder(state.lastOn, day, 'date-order.matter');
    return state;
  };
const changed = (state: Matter, change: Partial<KnownMatter>): Matter =>
  state.status === 'absent' ? state : { ...state, ...change };

/** Providers are to cooperate in planning and organising: what, who sees to it, and when it is looked at again (U23). */
const taskAgreed = step(
  'CooperationTaskAgreed',
  v1(
    {
      ...about,
      matterId: newId('matter'),
      matter: personal.text({ ...own, max: 1000 }),
      ownerId: ref('party'),
      /** Whose task it is, and which units are in it. */
      unit: optional(code(units)),
      withUnits: optional(list(code(units))),
      /** Who is in it from outside the municipality. */
      withOthers: optional(personal.text({ ...own, max: 500 })),
      agreedOn: localDate(),
      followUpOn: dayToCome(),
    },
    { occurs: 'agreedOn' },
  ),
  {
    in: absent,
    check: (_, { agreedOn, followUpOn }) => inOrder(agreedOn, followUpOn, 'date-order.matter'),
    evolve: (_, { agreedOn }) => ({ status: 'open', kind: 'TASK', lastOn: agreedOn }),
  },
);

/** It was looked at, and will be again; another may see to it from then on. */
const taskFollowedUp = step(
  'CooperationTaskFollowedUp',
  v1(
    {
      ...about,
      matterId: idOf('matter'),
      followedUpOn: localDate(),
      note: personal.text({ ...own, max: 2000 }),
      followUpOn: dayToCome(),
      ownerId: optional(ref('party')),
    },
    { occurs: 'followedUpOn' },
  ),
  {
    in: open('TASK'),
    check: (_, { followedUpOn, followUpOn }) => inOrder(followedUpOn, followUpOn, 'date-order.matter'),
    evolve: (state, { followedUpOn }) => changed(state, { lastOn: followedUpOn }),
  },
);

const taskCompleted = step(
  'CooperationTaskCompleted',
  v1(
    {
      ...about,
      matterId: idOf('matter'),
      completedOn: localDate(),
      outcome: codeOf(taskOutcomes),
      note: optional(personal.text({ ...own, max: 2000 })),
    },
    { occurs: 'completedOn' },
  ),
  {
    in: open('TASK'),
    evolve: (state, { completedOn }) => changed(state, { status: 'ended', lastOn: completedOn }),
  },
);

/** Those who speak for users are asked on what concerns many (U21). */
const userBodyAsked = step(
  'UserBodyAsked',
  v1(
    {
      ...about,
      matterId: newId('matter'),
      body: codeOf(userBodies),
      bodyName: personal.text({ ...own, max: 200 }),
      matter: personal.text({ ...own, max: 2000 }),
      askedOn: localDate(),
      /** By when they are asked to answer. */
      answerBy: dayToCome(),
    },
    { occurs: 'askedOn' },
  ),
  {
    in: absent,
    check: (_, { askedOn, answerBy }) => inOrder(askedOn, answerBy, 'date-order.matter'),
    evolve: (_, { askedOn }) => ({ status: 'open', kind: 'HEARING', lastOn: askedOn }),
  },
);

/** What they said, and what the unit does with it; also that no answer came. */
const userBodyAnswered = step(
  'UserBodyAnswered',
  v1(
    {
      ...about,
      matterId: idOf('matter'),
      answeredOn: localDate(),
      standpoint: codeOf(standpoints),
      answer: optional(personal.text(own)),
      /** What comes of it. */
      consequence: optional(personal.text({ ...own, max: 2000 })),
    },
    { occurs: 'answeredOn' },
  ),
  {
    in: open('HEARING'),
    evolve: (state, { answeredOn }) => changed(state, { status: 'ended', lastOn: answeredOn }),
  },
);

export const cooperationSteps = [
  taskAgreed,
  taskFollowedUp,
  taskCompleted,
  userBodyAsked,
  userBodyAnswered,
] as const;
