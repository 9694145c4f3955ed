import { specOf } from '#event-sourcing/testing/spec-of';
import { unitDecider } from './decide.js';
import { unitFact as fact, unitIntent as intent } from './example-unit.testing.js';
import { heldOn } from './unit.js';

const { given, rows } = specOf(unitDecider);
const established = [fact.established()];

describe('establishing a unit', () =>
  rows(intent.establish, [
    ['is recorded once (U8)', [], {}, established],
    ['is refused for a code that is in use', established, {}, 'unit-code-taken'],
    ['is refused for the code of a unit that ended', [...established, fact.ended()], {}, 'unit-code-taken'],
    [
      'is refused under a parent that nobody knows',
      [],
      { unknownCode: { list: 'unit', known: 'KE' } },
      'unknown-code',
    ],
    ['is refused for a day to come', [], { establishedOn: '2026-12-01' }, 'date-ahead'],
  ]));

describe('naming a unit anew', () =>
  rows(intent.rename, [
    ['is recorded', established, {}, [fact.renamed()]],
    ['is refused before the unit is there', [], {}, 'no-such-unit'],
  ]));

describe('naming who leads a unit', () =>
  rows(intent.nameLeader, [
    ['is recorded', established, {}, [fact.led()]],
    ['is refused before the unit is there', [], {}, 'no-such-unit'],
    ['is refused once it was merged', [...established, fact.merged()], {}, 'unit-ended'],
    ['is refused for who is not registered', established, { partyIsKnown: false }, 'unknown-party'],
    [
      'is refused from before it was established',
      [fact.established({ establishedOn: '2026-02-01' })],
      {},
      'date-order',
    ],
  ]));

describe('moving a unit', () =>
  rows(intent.move, [
    ['is recorded', established, {}, [fact.moved()]],
    [
      'is refused under one that stands under it',
      established,
      { asked: { isInItself: true } },
      'unit-in-itself',
    ],
  ]));

describe('the end of a unit', () => {
  rows(intent.merge, [
    ['may be a merger', established, {}, [fact.merged()]],
    ['is no merger into itself', established, { asked: { isInItself: true } }, 'unit-in-itself'],
  ]);
  rows(intent.end, [
    ['is recorded', established, {}, [fact.ended()]],
    ['comes once', [...established, fact.ended()], {}, 'unit-ended'],
  ]);
});

describe('an entry of a unit', () => {
  it('is put right', () =>
    expect(
      given(...established, fact.renamed())
        .when(intent.correct('e1', { nb: 'kulturhuset' }))
        .facts(),
    ).toHaveLength(1));
  it('is taken back: a unit whose end was recorded in error goes on', () => {
    const wrong = [...established, fact.ended()];
    const [annulment] = given(...wrong)
      .when(intent.annul('e1'))
      .facts();
    given(...wrong, { ...annulment, id: 'a' } as never)
      .when(intent.rename())
      .then(fact.renamed());
  });
  it('is not taken back where it establishes the unit', () =>
    given(...established)
      .when(intent.annul('e0'))
      .thenRejected('municipality/unit-stays'));
  it('keeps its code', () =>
    given(...established)
      .when(intent.correct('e0', { unit: 'CULTURE' }))
      .thenRejected('municipality/unit-code-stays'));
  it('has no day that what came since could not have', () =>
    given(...established, fact.led())
      .when(intent.correct('e0', { establishedOn: '2026-01-20' }))
      .thenRejected('municipality/rests-on', ['e1']));
  it('is not put right so that the unit is merged into itself, or stands under itself', () => {
    const inItself = { isInItself: true };
    given(...established, fact.merged())
      .when(intent.correct('e1', { into: 'CHOIR' }, [], inItself))
      .thenRejected('municipality/unit-in-itself');
    given(...established, fact.moved())
      .when(intent.correct('e1', { parent: 'CHOIR' }, [], inItself))
      .thenRejected('municipality/unit-in-itself');
  });
  it('does not come back where the unit that took over was merged into this one since', () => {
    const back = { eventId: 'other', type: 'UnitMergedInto', stream: 'unit-9999.CHOIR' };
    const mergedBack = [{ ...back, into: 'MUSIC', day: '2026-03-02' }];
    const facts = [...established, fact.merged({ into: 'MUSIC' })];
    const [wrong] = given(...facts)
      .when(intent.annul('e1'))
      .facts();
    given(...facts, { ...wrong, id: 'a' } as never)
      .when(intent.annul('a', mergedBack))
      .thenRejected('municipality/rests-on', ['other']);
  });
  it('is not revised so that the unit stands under one that stands under it', () => {
    const under = { eventId: 'other', type: 'UnitMovedUnder', stream: 'unit-9999.CHOIR' };
    const rests = [{ ...under, parent: 'CHOIR', day: '2026-02-01' }];
    const moved = [fact.established({ parent: 'CHOIR' }), fact.moved()];
    given(...moved)
      .when(intent.annul('e1', rests))
      .thenRejected('municipality/rests-on', ['other']);
    given(...moved)
      .when(intent.correct('e1', { parent: 'CHOIR' }, rests))
      .thenRejected('municipality/rests-on', ['other']);
  });
});

describe('what held from a day on', () => {
  const told = [
    { from: '2026-01-01', who: 'first' },
    { from: '2026-03-01', who: 'third' },
    { from: '2026-02-01', who: 'second' },
    { from: '2026-02-01', who: 'told last of that day' },
  ];
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-31', 'first'],
    ['2026-02-15', 'told last of that day'],
    ['2026-04-01', 'third'],
  ])('is of %s %s', (day, who) => expect(heldOn(told, day)?.who).toBe(who));
});
