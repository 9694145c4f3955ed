import { id } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { Party, RegisteredParty } from './party.js';

export const partyRefusals = refusals('municipality', {
  'no-such-party': [
    'Nobody is registered under that party id. Register the party first.',
    'Ingen er registrert med denne id-en. Registrer parten først.',
    'Ingen er registrert med denne id-en. Registrer parten først.',
  ],
  'party-merged': [
    'This registration was merged into another one. Record it there.',
    'Denne registreringen er slått sammen med en annen. Registrer det på den.',
    'Denne registreringa er slått saman med ei anna. Registrer det på den.',
  ],
});
const { refusal, refuseIf } = partyRefusals;

/** In every event: who it is. */
export const about = { partyId: id() };
export const own = { of: 'partyId', class: 'PARTY' } as const;

/** What is asked elsewhere. */
export interface PartyAsked {
  /** The party's own login registers it, with the name from its token. */
  readonly isOwn?: boolean;
  /** The login acts as this party already. */
  readonly isBound?: boolean;
  /** Whoever the party is to go on as was merged into another one. */
  readonly isSurvivorMerged?: boolean;
}

export type Step = AnyStep<Party, undefined, PartyAsked, typeof about>;
export const step = stepsOf<Party, undefined, PartyAsked, typeof about>();

/** Who is registered. */
export function registered(state: Party): RegisteredParty {
  if (state.status === 'absent') throw refusal('no-such-party');
  return state;
}

/** Who is registered, under the registration that goes on. */
export function goingOn(state: Party): RegisteredParty {
  const party = registered(state);
  refuseIf(party.mergedInto !== undefined, 'party-merged');
  return party;
}

/** What changes of somebody who is registered; of nobody nothing does. */
export const changed = (state: Party, change: (party: RegisteredParty) => Partial<RegisteredParty>): Party =>
  state.status === 'absent' ? state : { ...state, ...change(state) };
