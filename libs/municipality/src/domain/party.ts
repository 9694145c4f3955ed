import type { Decider, Intent } from '#event-sourcing/decider';
import type { GivenFields, StoredFields } from '#event-sourcing/event';
import { partyEvents } from './events.js';

type Registered = (typeof partyEvents)['declared']['PartyRegistered']['fields'];
export type PartyData = GivenFields<Registered>;
export type Party =
  | { readonly status: 'absent' }
  | {
      readonly status: 'registered';
      readonly kind: StoredFields<Registered>['kind'];
      readonly unit: string | undefined;
    };

/** Stands for the name of a login that tells none that can be shown. Of no language: readers say it in their own. */
export const nameless = '–';

export type RegisterParty = Intent<'RegisterParty', PartyData>;

/** The stream `party-<tenant>.<partyId>`. A login's first command registers its party; every later one finds it here. */
export const partyDecider: Decider<Party, RegisterParty, typeof partyEvents> = {
  events: partyEvents,
  initialState: { status: 'absent' },
  evolve: (_, { data: { kind, unit } }) => ({ status: 'registered', kind, unit }),
  decide: ({ data }, { status }) => (status === 'absent' ? [{ type: 'PartyRegistered', data }] : []),
};
