import { specOf } from '#event-sourcing/testing/spec-of';
import { partyDecider } from './decide.js';
import { fact, intent } from './example-party.testing.js';

const { given, rows } = specOf(partyDecider);
const registered = [fact.registered()];
const merged = [...registered, fact.merged()];
const own = { isOwn: true };
const taken = (corrects: string) => ({
  type: 'RecordedInErrorMarked' as const,
  data: { corrects, partyId: 'party-9', reasonCode: 'TYPING_ERROR' as const, reason: 'Tastefeil' },
});

describe('registering a party', () =>
  rows(intent.register, [
    ['is recorded', [], {}, registered],
    ['changes nothing for a party that is there', registered, { name: 'Annet Navn' }, []],
    [
      'by its own login gives it the name of that login',
      registered,
      { name: 'Prøve Innlogget', asked: own },
      [fact.namedByLogin()],
    ],
    ['by its own login names it once', [...registered, fact.namedByLogin()], { asked: own }, []],
    ['knows the unit', [], { unknownCode: { list: 'unit', known: 'KE' } }, 'unknown-code'],
  ]));

describe('binding a login', () =>
  rows(intent.bind, [
    ['is recorded', registered, {}, [fact.bound()]],
    [
      'says as whom the login acted until then',
      registered,
      { movedFromId: 'party-1' },
      [fact.bound({ movedFromId: 'party-1' })],
    ],
    ['changes nothing where it is bound', registered, { asked: { isBound: true } }, []],
    ['takes a registered party', [], {}, 'no-such-party'],
    ['takes the registration that goes on', merged, {}, 'party-merged'],
  ]));

describe('renaming a party', () =>
  rows(intent.rename, [
    ['is recorded', registered, {}, [fact.renamed()]],
    ['has come to pass', registered, { renamedOn: '2026-03-03' }, 'date-ahead'],
    ['is of the registration that goes on', merged, {}, 'party-merged'],
  ]));

describe('merging two registrations of one party', () => {
  rows(intent.merge, [
    ['is recorded', registered, {}, [fact.merged()]],
    ['is of two', registered, { survivorId: 'party-9' }, 'merged-into-itself'],
    ['comes once', merged, { survivorId: 'party-1' }, 'party-merged'],
    ['is into one that goes on', registered, { asked: { isSurvivorMerged: true } }, 'survivor-merged'],
    ['is into a registered party', registered, { partyIsKnown: false }, 'unknown-party'],
  ]);

  it('can be taken back, the registration itself and its logins cannot', () => {
    expect(
      given(...merged)
        .when(intent.annul('e1'))
        .facts(),
    ).toHaveLength(1);
    given(...merged)
      .when(intent.annul('e0'))
      .thenRejected('municipality/party-stays');
    given(...registered, fact.bound())
      .when(intent.annul('e1'))
      .thenRejected('municipality/party-stays');
  });
  it('is taken back rather than put right, and does not come back, since logins have moved', () => {
    given(...merged)
      .when(intent.correct('e1', { survivorId: 'party-7' }))
      .thenRejected('municipality/merger-survivor-stays');
    given(...merged, taken('e1'))
      .when(intent.annul('e2'))
      .thenRejected('municipality/merger-not-restored');
    expect(
      given(...merged)
        .when(intent.correct('e1', { mergedOn: '2026-02-09' }))
        .facts(),
    ).toHaveLength(1);
  });
});
