import { localDate, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type Case, knownSince, type Present } from '../case.js';
import { present } from '../course.js';
import { about, of, step } from '../step.js';

export const disqualificationRefusals = refusals('casework', {
  disqualified: [
    'Who is disqualified in this case (fvl § 6) neither prepares nor decides it. Let somebody else do it.',
    'Den som er inhabil i saken (fvl. § 6), verken forbereder eller avgjør den. La en annen gjøre det.',
    'Den som er inhabil i saka (fvl. § 6), verken førebur eller avgjer ho. Lat ein annan gjere det.',
  ],
  'date-order.disqualified': [
    'Somebody is disqualified in a case from the day on which the unit was told of the need or received the application, or later.',
    'Noen er inhabil i en sak fra den dagen enheten fikk vite om behovet eller mottok søknaden, eller senere.',
    'Nokon er inhabil i ei sak frå den dagen eininga fekk vite om behovet eller tok imot søknaden, eller seinare.',
  ],
});
const { refuseIf, inOrder } = disqualificationRefusals;

/** Somebody of the unit is disqualified in the case from that day on (fvl § 6), has it no more, and is asked to map it no more. */
const caseworkerDisqualified = step(
  'CaseworkerDisqualified',
  v1(
    {
      ...about,
      disqualifiedId: ref('party'),
      reason: personal.text(of),
      disqualifiedOn: localDate(),
    },
    { occurs: 'disqualifiedOn' },
  ),
  {
    in: present,
    check: (open, { disqualifiedOn }) => inOrder(knownSince(open), disqualifiedOn, 'date-order.disqualified'),
    /** Who is disqualified is so already. */
    decide: (said, { state }, fact) => (isDisqualified(state, said.disqualifiedId) ? [] : [fact(said)]),
    evolve: (state, { disqualifiedId: partyId, disqualifiedOn }) => ({
      ...state,
      disqualified: [...state.disqualified, { partyId, disqualifiedOn }],
      caseworker: state.caseworker?.caseworkerId === partyId ? undefined : state.caseworker,
      assignment: state.assignment?.assigneeId === partyId ? undefined : state.assignment,
    }),
  },
);

export const isDisqualified = (state: Case, partyId: string): boolean =>
  state.status !== 'absent' && state.disqualified.some((one) => one.partyId === partyId);

/** Refuses that somebody who is disqualified takes part in what is done on that day. */
export const refuseDisqualified = ({ disqualified }: Present, partyId: string, day = '9999'): void =>
  refuseIf(
    disqualified.some((one) => one.partyId === partyId && one.disqualifiedOn <= day),
    'disqualified',
  );

export const disqualificationSteps = [caseworkerDisqualified] as const;
