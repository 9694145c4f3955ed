import { amended } from '#event-sourcing/amended';
import { code, codeOf, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { planSectors } from '../codes.js';
import type { Access, Participant, PlanState } from '../plan.js';
import { about, of, step } from '../step.js';

export const participantRefusals = refusals('plan', {
  'no-such-participant': [
    'There is no such participant in the plan.',
    'Deltakeren finnes ikke i planen.',
    'Deltakaren finst ikkje i planen.',
  ],
  'participant-refused': [
    'The person has said no to this participant.',
    'Personen har sagt nei til denne deltakeren.',
    'Personen har sagt nei til denne deltakaren.',
  ],
  'participant-left': [
    'This participant takes part no more.',
    'Denne deltakeren er ikke lenger med.',
    'Denne deltakaren er ikkje lenger med.',
  ],
  'participant-unnamed': [
    'Say who it is: a registered party, or a name.',
    'Oppgi hvem det er: en registrert part eller et navn.',
    'Oppgi kven det er: ein registrert part eller eit namn.',
  ],
  'already-participant': [
    'This one takes part already, or is wished or proposed.',
    'Denne er allerede deltaker, ønsket eller foreslått.',
    'Denne er alt deltakar, ønskt eller føreslått.',
  ],
  'date-order.participant': [
    'What a participant does comes on or after the day on which they were wished or proposed.',
    'Det en deltaker gjør, skjer samme dag som vedkommende ble ønsket eller foreslått, eller senere.',
    'Det ein deltakar gjer, skjer same dagen som vedkomande vart ønskt eller føreslått, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = participantRefusals;

const text = personal.text(of);
const who = {
  ...about,
  participantId: newId('participant'),
  partyId: optional(ref('party')),
  /** Of somebody who is not registered. */
  name: optional(personal.text({ ...of, max: 200 })),
  sector: codeOf(planSectors),
  unit: optional(code(units)),
};
interface Who {
  readonly participantId: string;
  readonly partyId?: string | undefined;
  readonly name?: unknown;
}

const isIn = ({ refusedOn, leftOn }: Participant) => refusedOn === undefined && leftOn === undefined;

function newcomer({ participants }: PlanState, { partyId, name }: Who): void {
  refuseIf((partyId === undefined) === (name === undefined), 'participant-unnamed');
  const isThere = participants.some((one) => one.partyId === partyId && isIn(one));
  refuseIf(partyId !== undefined && isThere, 'already-participant');
}
const withOne = (state: PlanState, { participantId, partyId }: Who, since: string): PlanState => ({
  ...state,
  participants: [...state.participants, { participantId, since, ...(partyId !== undefined && { partyId }) }],
});

function present({ participants }: PlanState, participantId: string, day: string): Participant {
  const one = participants.find((other) => other.participantId === participantId);
  if (one === undefined) throw refusal('no-such-participant');
  refuseIf(one.refusedOn !== undefined, 'participant-refused');
  refuseIf(one.leftOn !== undefined, 'participant-left');
  inOrder(one.since, day, 'date-order.participant');
  return one;
}

/** The person wishes that somebody takes part (F6). */
const participantWished = step(
  'ParticipantWished',
  v1({ ...who, wishedOn: localDate() }, { occurs: 'wishedOn' }),
  { check: newcomer, evolve: (state, said) => withOne(state, said, said.wishedOn) },
);

/** Whoever coordinates proposes it; the person may say no. */
const participantProposed = step(
  'ParticipantProposed',
  v1({ ...who, proposedOn: localDate() }, { occurs: 'proposedOn' }),
  { check: newcomer, evolve: (state, said) => withOne(state, said, said.proposedOn) },
);

/** The person does not want this one: what is shared with them ends, and is shared anew only once they are let in again. */
const participantRefused = step(
  'ParticipantRefused',
  v1(
    { ...about, participantId: idOf('participant'), reason: optional(text), refusedOn: localDate() },
    { occurs: 'refusedOn' },
  ),
  {
    ends: true,
    check: (state, { participantId, refusedOn }) => void present(state, participantId, refusedOn),
    evolve(state, { participantId, refusedOn }) {
      const isMeant = (one: Participant) => one.participantId === participantId;
      const partyId = state.participants.find(isMeant)?.partyId;
      const ends = (one: Access) => one.partyId === partyId && one.revokedOn === undefined;
      return {
        ...state,
        participants: amended(state.participants, isMeant, { refusedOn }),
        accesses: amended(state.accesses, ends, { revokedOn: refusedOn }),
      };
    },
  },
);

const participantLeft = step(
  'ParticipantLeft',
  v1({ ...about, participantId: idOf('participant'), leftOn: localDate() }, { occurs: 'leftOn' }),
  {
    ends: true,
    check: (state, { participantId, leftOn }) => void present(state, participantId, leftOn),
    evolve: (state, { participantId, leftOn }) => ({
      ...state,
      participants: amended(state.participants, (one) => one.participantId === participantId, { leftOn }),
    }),
  },
);

/** What somebody gives to the plan (content d); said again, it reads otherwise. */
const contributionAgreed = step(
  'ContributionAgreed',
  v1(
    { ...about, participantId: idOf('participant'), contribution: text, agreedOn: localDate() },
    { occurs: 'agreedOn' },
  ),
  {
    check: (state, { participantId, agreedOn }) => void present(state, participantId, agreedOn),
    evolve: (state) => state,
  },
);

export const participantSteps = [
  participantWished,
  participantProposed,
  participantRefused,
  participantLeft,
  contributionAgreed,
] as const;
