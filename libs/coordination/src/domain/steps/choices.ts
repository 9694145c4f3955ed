import { codeOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { channels, representatives } from '#vocabulary';
import { type Choosable, noTo } from '../choice.js';
import { coordinates, type Coordination } from '../coordination.js';
import { about, of, step } from '../step.js';
import { coordinatorReleased } from './coordinators.js';
import { planClosed } from './plans.js';

export const choiceRefusals = refusals('coordination', {
  'already-declined': [
    'The person had said no by that day already.',
    'Personen hadde alt sagt nei den dagen.',
    'Personen hadde alt sagt nei den dagen.',
  ],
  'not-declined': [
    'The person had not said no by that day: there is nothing to change.',
    'Personen hadde ikke sagt nei den dagen: det er ingenting å endre.',
    'Personen hadde ikkje sagt nei den dagen: det er ingenting å endre.',
  ],
  'began-later': [
    'A coordinator began after that day. Choose the day on which the person said no, or release that one first.',
    'En koordinator begynte etter den dagen. Velg dagen da personen sa nei, eller registrer først at koordinatoren fratrer.',
    'Ein koordinator begynte etter den dagen. Vel dagen da personen sa nei, eller registrer først at koordinatoren fråtrer.',
  ],
  'began-later.plan': [
    'A plan was started after that day. Choose the day on which the person said no, or close the plan first.',
    'En plan ble startet etter den dagen. Velg dagen da personen sa nei, eller avslutt planen først.',
    'Ein plan vart starta etter den dagen. Vel dagen da personen sa nei, eller avslutt planen først.',
  ],
  'not-another.choice': [
    'The person answers in person: leave `saidById` out, or tell who speaks for the person.',
    'Personen svarer selv: utelat hvem som svarer, eller oppgi hvem som representerer personen.',
    'Personen svarer sjølv: utelat kven som svarer, eller oppgi kven som representerer personen.',
  ],
});
const { refuseIf } = choiceRefusals;

const told = {
  choiceId: newId('choice'),
  saidBy: codeOf(representatives),
  /** Who that was, beside the person. */
  saidById: optional(ref('party')),
  /** How it was said. */
  channel: codeOf(channels),
  reason: optional(personal.text(of)),
};
const declined = v1({ ...about, ...told, declinedOn: localDate() }, { occurs: 'declinedOn' });
const accepted = v1({ ...about, ...told, acceptedOn: localDate() }, { occurs: 'acceptedOn' });

const refuseAnother = ({ saidBy, saidById }: { readonly saidBy: string; readonly saidById?: unknown }) =>
  refuseIf(saidBy === 'SUBJECT' && saidById !== undefined, 'not-another.choice');

const withChoice = (state: Coordination, what: Choosable, isYes: boolean, on: string): Coordination => ({
  ...state,
  choices: [...state.choices, { of: what, isYes, on }],
});

/** The person wants no plan (A3): none is to be started, and one that runs is closed the same day. A coordinator goes on without (A4). */
const planDeclined = step('PlanDeclined', declined, {
  check(state, said) {
    refuseAnother(said);
    const { declinedOn } = said;
    refuseIf(noTo('PLAN', state.choices, declinedOn) !== undefined, 'already-declined');
    refuseIf(
      state.plans.some(({ closedOn }) => closedOn === undefined),
      'began-later.plan',
    );
  },
  decide(said, { state: { plans } }, fact) {
    const running = plans.filter(
      ({ startedOn, closedOn }) => closedOn === undefined && startedOn <= said.declinedOn,
    );
    const ends = running.map(({ planId }) =>
      planClosed.fact({ planId, closedOn: said.declinedOn, reasonCode: 'OWN_WISH' }),
    );
    return [...ends, fact(said)];
  },
  evolve: (state, { declinedOn }) => withChoice(state, 'PLAN', false, declinedOn),
});

/** The person wants a plan after all. */
const planAccepted = step('PlanAccepted', accepted, {
  isOfLiving: true,
  check(state, said) {
    refuseAnother(said);
    refuseIf(noTo('PLAN', state.choices, said.acceptedOn) === undefined, 'not-declined');
  },
  evolve: (state, { acceptedOn }) => withChoice(state, 'PLAN', true, acceptedOn),
});

/**
 * The person wants no coordinator (A4): whoever coordinates is released the same day, who was to come never begins, and what was proposed is
 * over. Who has given notice leaves on her day.
 */
const coordinatorDeclined = step('CoordinatorDeclined', declined, {
  check(state, said) {
    refuseAnother(said);
    const { declinedOn } = said;
    refuseIf(noTo('COORDINATOR', state.choices, declinedOn) !== undefined, 'already-declined');
    refuseIf(
      state.appointments.some(({ releasedOn }) => releasedOn === undefined),
      'began-later',
    );
  },
  decide(said, { state: { appointments }, asked: { today } }, fact) {
    const { declinedOn } = said;
    const going = appointments.filter(
      (one) => one.releasedOn === undefined && (coordinates(one, declinedOn) || one.validFrom > today),
    );
    const ends = going.map(({ appointmentId, validFrom }) => {
      const releasedOn = validFrom > declinedOn ? validFrom : declinedOn;
      return coordinatorReleased.fact({ appointmentId, releasedOn, reasonCode: 'SUBJECT_WISH' });
    });
    return [...ends, fact(said)];
  },
  evolve: (state, { declinedOn }) => ({
    ...withChoice(state, 'COORDINATOR', false, declinedOn),
    proposals: state.proposals.map((one) => ({ ...one, isOver: true })),
  }),
});

/** The person wants a coordinator after all. */
const coordinatorAccepted = step('CoordinatorAccepted', accepted, {
  isOfLiving: true,
  check(state, said) {
    refuseAnother(said);
    refuseIf(noTo('COORDINATOR', state.choices, said.acceptedOn) === undefined, 'not-declined');
  },
  evolve: (state, { acceptedOn }) => withChoice(state, 'COORDINATOR', true, acceptedOn),
});

export const choiceSteps = [planDeclined, planAccepted, coordinatorDeclined, coordinatorAccepted] as const;
