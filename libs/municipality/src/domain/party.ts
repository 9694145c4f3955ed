import type { Decider, Intent } from '#event-sourcing/decider';
import type { EventOf, GivenFields, StoredFields } from '#event-sourcing/event';
import { refusals, type UnknownCode } from '#event-sourcing/refusals';
import { partyEvents } from './events.js';

export const partyRefusals = refusals('municipality', {
  'no-such-party': [
    'Nobody is registered under that party id. Register the party first.',
    'Ingen er registrert med denne id-en. Registrer parten først.',
    'Ingen er registrert med denne id-en. Registrer parten først.',
  ],
});
const { refusal, refuseIf } = partyRefusals;

type Declared = (typeof partyEvents)['declared'];
type Registered = Declared['PartyRegistered']['fields'];
export type PartyData = GivenFields<Registered>;
export type Party =
  | { readonly status: 'absent' }
  | {
      readonly status: 'registered';
      readonly kind: StoredFields<Registered>['kind'];
      readonly unit: string | undefined;
      /** Whether the name is the one that the party's own login has. */
      readonly isNamedByLogin: boolean;
    };

/** Stands for the name of a login that tells none that can be shown. Of no language: readers say it in their own. */
export const nameless = '–';

export type RegisterParty = Intent<
  'RegisterParty',
  PartyData & {
    readonly unknownCode?: UnknownCode | undefined;
    /** The party's own login registers it, with the name from its token. */
    readonly isOwn?: boolean;
  }
>;
/** Lets a login act as the party. `isBound`: whether it does so already. */
export type BindLogin = Intent<
  'BindLogin',
  Omit<GivenFields<Declared['PartyLoginBound']['fields']>, 'boundOn'> & { readonly isBound: boolean }
>;

/** The stream `party-<tenant>.<partyId>`. A login's first command registers its party; every later one finds it here. */
export const partyDecider: Decider<Party, RegisterParty | BindLogin, typeof partyEvents> = {
  events: partyEvents,
  initialState: { status: 'absent' },
  evolve,
  decide(intent, state) {
    if (intent.type === 'RegisterParty') return register(intent.data, state);
    const { isBound, ...login } = intent.data;
    if (state.status === 'absent') throw refusal('no-such-party');
    return isBound ? [] : [{ type: 'PartyLoginBound', data: { ...login, boundOn: intent.today } }];
  },
};

function register({ unknownCode, isOwn = false, ...data }: RegisterParty['data'], state: Party) {
  const { partyId, name } = data;
  if (state.status === 'absent') {
    refuseIf(unknownCode !== undefined, 'unknown-code', unknownCode);
    return [{ type: 'PartyRegistered' as const, data }];
  }
  return isOwn && !state.isNamedByLogin && name !== nameless
    ? [{ type: 'PartyNamedByLogin' as const, data: { partyId, name } }]
    : [];
}

function evolve(state: Party, { type, data, metadata }: EventOf<typeof partyEvents>): Party {
  switch (type) {
    case 'PartyRegistered':
      return {
        status: 'registered',
        kind: data.kind,
        unit: data.unit,
        isNamedByLogin: metadata.actor.partyId === data.partyId,
      };
    case 'PartyNamedByLogin':
      return state.status === 'absent' ? state : { ...state, isNamedByLogin: true };
    case 'PartyLoginBound':
      return state;
  }
}
