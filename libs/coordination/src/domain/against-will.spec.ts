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
    ['leaves other reasons alone', coordinated, {}, [released()]],
  ]);
  rows(intent.close, [
    ['does not, of a plan, where the decision grants it', planned, ceased, 'against-will'],
    ['ends, of a plan, when the decision was told', planned, { ...ceased, ...sent }, [closed(ceased)]],
  ]);

  it('does not by a correction either', () => {
    given(...coordinated, released({ id: 'r' }))
      .when(intent.correct('r', { reasonCode: 'NEED_CEASED' }))
      .thenRejected('coordination/against-will');
    given(...coordinated, released({ id: 'r' }))
      .when(intent.correct('r', { reasonCode: 'NEED_CEASED', personAgrees: true }))
      .then(corrected('CoordinatorReleased', 'r', { reasonCode: 'NEED_CEASED', personAgrees: true }));
  });
});
