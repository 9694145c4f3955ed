import { flag, localDate, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { knownSince } from '../case.js';
import { present } from '../course.js';
import { about, step } from '../step.js';
import { isDisqualified, refuseDisqualified } from './disqualification.js';

export const caseworkerRefusals = refusals('casework', {
  'date-order.assigned': [
    'A case has a caseworker from the day on which the unit was told of the need or received the application, or later.',
    'En sak har saksbehandler fra den dagen enheten fikk vite om behovet eller mottok søknaden, eller senere.',
    'Ei sak har saksbehandlar frå den dagen eininga fekk vite om behovet eller tok imot søknaden, eller seinare.',
  ],
});
const { inOrder } = caseworkerRefusals;

/** Whose case it is from that day on: the first, who takes over, or who stands in. The one of the latest day has it, in whatever order they are told. */
const caseworkerAssigned = step(
  'CaseworkerAssigned',
  v1(
    {
      ...about,
      caseworkerId: ref('party'),
      assignedOn: localDate(),
      standsIn: flag(),
    },
    { occurs: 'assignedOn' },
  ),
  {
    in: present,
    check(open, { caseworkerId, assignedOn }) {
      inOrder(knownSince(open), assignedOn, 'date-order.assigned');
      refuseDisqualified(open, caseworkerId, assignedOn);
    },
    /** Who has the case has it already. */
    decide(said, { state }, fact) {
      const { caseworker } = present(state);
      const hasIt =
        caseworker?.caseworkerId === said.caseworkerId &&
        caseworker.standsIn === said.standsIn &&
        caseworker.assignedOn <= said.assignedOn;
      return hasIt ? [] : [fact(said)];
    },
    evolve: (state, { caseworkerId, assignedOn, standsIn }) =>
      isDisqualified(state, caseworkerId) ||
      (state.caseworker !== undefined && assignedOn < state.caseworker.assignedOn)
        ? state
        : { ...state, caseworker: { caseworkerId, assignedOn, standsIn } },
  },
);

export const caseworkerSteps = [caseworkerAssigned] as const;
