import type { Decider, Intent } from '#event-sourcing/decider';
import type { GivenFields, StoredFields } from '#event-sourcing/event';
import { refusals, type UnknownCode } from '#event-sourcing/refusals';
import { partyEvents } from './events.js';

/** What holds of parties; nothing beside what every context refuses. */
export const partyRefusals = refusals('municipality', {});

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

export type RegisterParty = Intent<
  'RegisterParty',
  PartyData & { readonly unknownCode?: UnknownCode | undefined }
>;

/** The stream `party-<tenant>.<partyId>`. A login's first command registers its party; every later one finds it here. */
export const partyDecider: Decider<Party, RegisterParty, typeof partyEvents> = {
  events: partyEvents,
  initialState: { status: 'absent' },
  evolve: (_, { data: { kind, unit } }) => ({ status: 'registered', kind, unit }),
  decide({ data: { unknownCode, ...data } }, { status }) {
    if (status === 'registered') return [];
    partyRefusals.refuseIf(unknownCode !== undefined, 'unknown-code', unknownCode);
    return [{ type: 'PartyRegistered', data }];
  },
};
