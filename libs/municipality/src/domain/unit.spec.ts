import { factOf, intentOf, specOf } from '#event-sourcing/testing/spec-of';
import { heldOn, type RecordUnitStep, unitDecider } from './unit.js';

const { rows } = specOf(unitDecider);
const about = { municipality: '9999', unit: 'CULTURE_SCHOOL' };
const named = { ...about, nb: 'kulturskolen', nn: 'kulturskulen', establishedOn: '2026-01-01' };
const established = factOf('UnitEstablished', named);
const merged = factOf('UnitMergedInto', { ...about, into: 'SCHOOL', mergedOn: '2026-02-01' });
const ended = factOf('UnitEnded', { ...about, endedOn: '2026-02-01' });
const led = factOf('UnitLeaderNamed', { ...about, leaderId: 'p1', leadsFrom: '2026-01-10' });
const asked = { partyIsKnown: true, above: [] };
const step = (type: RecordUnitStep['data']['step'], said: object) =>
  intentOf('RecordUnitStep', { step: type, said, ...asked } as unknown as RecordUnitStep['data']);

describe('establishing a unit', () =>
  rows(step('UnitEstablished', named), [
    ['is recorded once (U8)', [], {}, [established()]],
    ['is refused for a code that is in use', [established()], {}, 'unit-code-taken'],
    ['is refused for the code of a unit that ended', [established(), ended()], {}, 'unit-code-taken'],
    [
      'is refused under a parent that nobody knows',
      [],
      { unknownCode: { list: 'unit', known: 'KE' } },
      'unknown-code',
    ],
    ['is refused for a day to come', [], { said: { ...named, establishedOn: '2026-12-01' } }, 'date-ahead'],
  ]));

describe('naming who leads a unit', () =>
  rows(step('UnitLeaderNamed', { ...about, leaderId: 'p1', leadsFrom: '2026-01-10' }), [
    ['is recorded', [established()], {}, [led()]],
    ['is refused before the unit is there', [], {}, 'no-such-unit'],
    ['is refused once it was merged', [established(), merged()], {}, 'unit-ended'],
    ['is refused for who is not registered', [established()], { partyIsKnown: false }, 'unknown-party'],
    [
      'is refused from before it was established',
      [established({ establishedOn: '2026-02-01' })],
      {},
      'date-order',
    ],
  ]));

describe('moving a unit', () =>
  rows(step('UnitMovedUnder', { ...about, parent: 'SCHOOL', movedOn: '2026-02-01' }), [
    [
      'is recorded',
      [established()],
      { above: ['SCHOOL'] },
      [factOf('UnitMovedUnder', { ...about, parent: 'SCHOOL', movedOn: '2026-02-01' })()],
    ],
    [
      'is refused under one that stands under it',
      [established()],
      { above: ['SCHOOL', 'CULTURE_SCHOOL'] },
      'unit-in-itself',
    ],
  ]));

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
