import { specOf } from '#event-sourcing/testing/spec-of';
import { isCoordinated } from './coordination.js';
import { coordinationDecider } from './decide.js';
import { appointed, closed, consent, released, started } from './facts.testing.js';
import { isNeeded } from './need.js';

const { stateAfter } = specOf(coordinationDecider);
const left = (reasonCode: Parameters<typeof released>[0] & object, releasedOn = '2026-02-15') => [
  appointed(),
  released({ ...reasonCode, releasedOn }),
];
const why = (reasonCode: NonNullable<Parameters<typeof released>[0]>['reasonCode']) =>
  reasonCode === undefined ? {} : { reasonCode };

describe('Somebody who coordinates', () => {
  it.each([
    ['before the first day', '2026-01-31', false],
    ['on the first day', '2026-02-01', true],
    ['the day before the release', '2026-02-14', true],
    ['on the day of the release', '2026-02-15', false],
  ])('%s: %s, %s', (_, day, expected) => {
    expect(isCoordinated(stateAfter(consent(), appointed(), released()), day)).toBe(expected);
  });
  it('does so in whatever way', () => {
    for (const way of [{ kind: 'CHILD' }, { temporary: true }] as const) {
      expect(isCoordinated(stateAfter(consent(), appointed(way)), '2026-03-02')).toBe(true);
    }
  });
});

// The register answers the same from its rows: projections/queries.int.spec.ts.
describe('A coordinator is needed', () => {
  it.each([
    ['nothing happened', [], false],
    ['somebody coordinates, and nobody has left', [appointed()], false],
    ['a plan runs', [started()], true],
    ['a plan was closed', [started(), closed({ closedOn: '2026-03-02' })], false],
    ['somebody left', left(why('LEFT_POSITION')), true],
    ['one who stood in left', [appointed({ temporary: true }), released()], true],
    [
      'a child coordinator left whose person came of age',
      [appointed({ kind: 'CHILD' }), released(why('TURNED_18'))],
      true,
    ],
    ['somebody left as the need ceased', left(why('NEED_CEASED')), false],
    ['somebody left as the person died', left(why('DECEASED')), false],
    ['somebody left as the person moved', left(why('MOVED')), false],
    ['the need ceased while a plan runs', [started(), ...left(why('NEED_CEASED'))], true],
    [
      'the plan was closed by death on the day of the release',
      [started(), ...left(why('OTHER')), closed({ closedOn: '2026-02-15', reasonCode: 'DECEASED' })],
      false,
    ],
    [
      'the plan was closed by the own wish afterwards',
      [started(), ...left(why('OTHER')), closed({ reasonCode: 'OWN_WISH' })],
      false,
    ],
    [
      'the plan was closed for another reason afterwards',
      [started(), ...left(why('OTHER')), closed({ reasonCode: 'OTHER' })],
      true,
    ],
    [
      'somebody went on without the plan, and left',
      [started(), closed({ closedOn: '2026-02-10' }), ...left(why('OTHER'))],
      true,
    ],
    ['one who never began was released', left(why('OTHER'), '2026-02-01'), false],
    ['somebody leaves on a day to come', left(why('HANDOVER'), '2026-05-01'), false],
  ])('when %s: %#', (_, facts, expected) => {
    expect(isNeeded(stateAfter(consent(), ...facts), '2026-03-02')).toBe(expected);
  });
});
