import { specOf } from '#event-sourcing/testing/spec-of';
import type { Grant } from './basis.js';
import { coordinationDecider } from './decide.js';
import {
  appointed,
  caseId,
  closed,
  consent,
  corrected,
  grant,
  intent,
  refused,
  released,
  started,
} from './facts.testing.js';

const { given, rows } = specOf(coordinationDecider);
const coordinated = [consent(), appointed()];
const planned = [consent(), started()];
const ceased = { reasonCode: 'NEED_CEASED', personAgrees: false } as const;
/** Granted at first, refused by a decision of 10 February. */
const amended = (more: Partial<Grant> = {}) => ({
  grants: { [caseId]: { ...refused, decidedOn: '2026-02-10', before: [grant()], ...more } },
});
const planAlone = { ...grant(), granted: [{ item: 'INDIVIDUAL_PLAN' }] };
/** A plan was granted and is; the coordinator who came with it was refused by a decision of 10 February. */
const alone = { ...planAlone, refused: ['COORDINATOR'], decidedOn: '2026-02-10', before: [planAlone] };
const other = { ...ceased, reasonCode: 'OTHER' } as const;
const standIn = appointed({ appointmentId: 'stand-in', temporary: true, validFrom: '2026-02-05' });
const caseless = [consent(), appointed({ caseId: undefined, restsOn: 'EARLIER_REGISTER' })];
const sent = amended({ notifiedOn: '2026-02-12' });

describe('A right that ends against the person’s will', () => {
  rows(intent.release, [
    ['does not, of a coordinator, where the decision grants it', coordinated, ceased, 'against-will'],
    [
      'does not where nobody says whether the person agrees',
      coordinated,
      { ...ceased, personAgrees: undefined },
      'against-will',
    ],
    [
      'does not before the decision is told in writing',
      coordinated,
      { ...ceased, ...amended() },
      'against-will',
    ],
    [
      'does not before the day on which it was told',
      coordinated,
      { ...ceased, ...amended({ notifiedOn: '2026-02-16' }) },
      'against-will',
    ],
    ['ends when the decision was told', coordinated, { ...ceased, ...sent }, [released(ceased)]],
    [
      'ends when the person agrees',
      coordinated,
      { ...ceased, personAgrees: true },
      [released({ ...ceased, personAgrees: true })],
    ],
    ['leaves reasons alone that are not the unit’s own', coordinated, {}, [released()]],
    ['does not for a reason that is not named', coordinated, other, 'against-will'],
    ['ends for one when the decision was told', coordinated, { ...other, ...sent }, [released(other)]],
    [
      'ends for one when the person agrees',
      coordinated,
      { ...other, personAgrees: true },
      [released({ ...other, personAgrees: true })],
    ],
    ['goes on with somebody who stands in', [...coordinated, standIn], other, [released(other)]],
    [
      'does not where that one had left by then',
      [...coordinated, standIn, released({ appointmentId: 'stand-in', releasedOn: '2026-02-15' })],
      other,
      'against-will',
    ],
    ['rests on no case only in what was recorded before', caseless, other, 'against-will'],
    [
      'ends, of what rests on no case, when the person agrees',
      caseless,
      { ...ceased, personAgrees: true },
      [released({ ...ceased, personAgrees: true })],
    ],
    [
      'ends, of a coordinator who came with a plan alone, when an amendment refused one (U16)',
      coordinated,
      { ...ceased, grants: { [caseId]: { ...alone, notifiedOn: '2026-02-12' } } },
      [released(ceased)],
    ],
    [
      'does not before that was told',
      coordinated,
      { ...ceased, grants: { [caseId]: alone } },
      'against-will',
    ],
  ]);
  rows(intent.close, [
    ['does not, of a plan, where the decision grants it', planned, ceased, 'against-will'],
    ['ends, of a plan, when the decision was told', planned, { ...ceased, ...sent }, [closed(ceased)]],
    ['does not, of a plan, for a reason that is not named', planned, other, 'against-will'],
  ]);

  it('does not by a correction either', () => {
    given(...coordinated, released({ id: 'r' }))
      .when(intent.correct('r', { reasonCode: 'NEED_CEASED' }))
      .thenRejected('coordination/against-will');
    given(...coordinated, released({ id: 'r' }))
      .when(intent.correct('r', { reasonCode: 'NEED_CEASED', personAgrees: true }))
      .then(corrected('CoordinatorReleased', 'r', { reasonCode: 'NEED_CEASED', personAgrees: true }));
    given(...coordinated, released({ id: 'r' }))
      .when(intent.correct('r', { reasonCode: 'OTHER' }))
      .thenRejected('coordination/against-will');
    for (const personAgrees of [false, null]) {
      given(...coordinated, released({ id: 'r', ...ceased, personAgrees: true }))
        .when(intent.correct('r', { personAgrees }))
        .thenRejected('coordination/against-will');
    }
  });
});
