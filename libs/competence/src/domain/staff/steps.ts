import { code, codeOf, idOf, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { stepsOf } from '#event-sourcing/step';
import { type About, about } from '../about.js';
import { courses, guidanceWays } from '../codes.js';

export const staffRefusals = refusals('competence', {
  'no-such-staff': [
    'Nobody is registered under that party id. Register the party first.',
    'Ingen er registrert med denne id-en. Registrer parten først.',
    'Ingen er registrert med denne id-en. Registrer parten først.',
  ],
  'training-not-held': [
    'The training is not recorded as held. Record that first.',
    'Det er ikke registrert at opplæringen er holdt. Registrer det først.',
    'Det er ikkje registrert at opplæringa er halden. Registrer det først.',
  ],
});
const { refuseIf } = staffRefusals;

/** What somebody completed, by course and day. */
export interface Completed {
  readonly courseCode: string;
  readonly completedOn: string;
}
export interface StaffCompetence {
  readonly completed: readonly Completed[];
}
export const initialState: StaffCompetence = { completed: [] };

/** What is asked elsewhere. */
export interface StaffAsked {
  readonly isRegistered: boolean;
  /** Of the training that is named; undefined where none is. */
  readonly isHeld?: boolean;
}

const step = stepsOf<StaffCompetence, undefined, StaffAsked, About>();
const of = { of: 'partyId', class: 'PARTY' } as const;
const whose = { ...about, partyId: idOf('party') };

/** Of whom it is told must be registered, and a training that is named have been held. */
const admit = (_said: unknown, { isRegistered, isHeld = true }: StaffAsked) => {
  refuseIf(!isRegistered, 'no-such-staff');
  refuseIf(!isHeld, 'training-not-held');
};

/** Somebody completed a course, at a training of the unit's or elsewhere. Told again of the same day it changes nothing. */
const trainingCompleted = step(
  'TrainingCompleted',
  v1(
    {
      ...whose,
      courseCode: code(courses),
      completedOn: localDate(),
      /** Where it was one of the unit's own. */
      trainingId: optional(ref('training')),
      /** Where it was not: who held it. */
      heldBy: optional(personal.text({ ...of, max: 200 })),
    },
    { occurs: 'completedOn' },
  ),
  {
    admit,
    decide: (said, { state }, fact) =>
      state.completed.some(
        (one) => one.courseCode === said.courseCode && one.completedOn === said.completedOn,
      )
        ? []
        : [fact(said)],
    evolve: (state, { courseCode, completedOn }) => ({
      completed: [...state.completed, { courseCode, completedOn }],
    }),
  },
);

/** Somebody who coordinates, or may be about to, was guided (F25). */
const guidanceGiven = step(
  'GuidanceGiven',
  v1(
    {
      ...whose,
      givenOn: localDate(),
      way: codeOf(guidanceWays),
      givenById: optional(ref('party')),
      /** What it was about: nothing that concerns one person in the register. */
      matter: personal.text(of),
    },
    { occurs: 'givenOn' },
  ),
  { admit, evolve: (state) => state },
);

export const staffSteps = [trainingCompleted, guidanceGiven] as const;
