import { factOf, intentOf, specOf } from '#event-sourcing/testing/spec-of';
import { type PartyData, partyDecider } from './party.js';

const { rows } = specOf(partyDecider);
const data: PartyData = { partyId: 'party-1', kind: 'STAFF', name: 'Prøve Ansatt', unit: 'HOME_CARE' };
const registered = factOf('PartyRegistered', data);

describe('registering a party', () =>
  rows(intentOf('RegisterParty', data), [
    ['is recorded', [], {}, [registered()]],
    ['changes nothing for a party that is there', [registered()], { name: 'Annet Navn' }, []],
  ]));
