import {
  appointed,
  closed,
  coordinatorAccepted,
  coordinatorDeclined,
  planDeclined,
  released,
  started,
} from './facts.testing.js';

const left = (reasonCode: Reason, releasedOn = '2026-02-15') => [
  appointed(),
  released({ reasonCode, releasedOn }),
];
/** Released on the first day, which may lie ahead. */
const neverBegan = (reasonCode: Reason, on: string) => [
  appointed({ appointmentId: 'appointment-2', validFrom: on }),
  released({ appointmentId: 'appointment-2', reasonCode, releasedOn: on }),
];
type Reason = ReturnType<typeof released>['data']['reasonCode'];

/** Lives, and whether somebody should coordinate on 2 March 2026: what the reactor and the register must answer alike. */
export const needCases = [
  ['nothing happened', [], false],
  ['somebody coordinates, and nobody has left', [appointed()], false],
  ['a plan runs', [started()], true],
  ['a plan was closed', [started(), closed({ closedOn: '2026-03-02' })], false],
  ['somebody left', left('LEFT_POSITION'), true],
  ['one who stood in left', [appointed({ temporary: true }), released()], true],
  [
    'a child coordinator left whose person came of age',
    [appointed({ kind: 'CHILD' }), released({ reasonCode: 'TURNED_18' })],
    true,
  ],
  ['somebody left as the need ceased', left('NEED_CEASED'), false],
  ['somebody left as the person died', left('DECEASED'), false],
  ['somebody left as the person moved', left('MOVED'), false],
  ['the need ceased while a plan runs', [started(), ...left('NEED_CEASED')], true],
  [
    'the plan was closed by death on the day of the release',
    [started(), ...left('OTHER'), closed({ closedOn: '2026-02-15', reasonCode: 'DECEASED' })],
    false,
  ],
  [
    'the plan was closed by the own wish afterwards',
    [started(), ...left('OTHER'), closed({ reasonCode: 'OWN_WISH' })],
    false,
  ],
  [
    'the plan was closed for another reason afterwards',
    [started(), ...left('OTHER'), closed({ reasonCode: 'OTHER' })],
    true,
  ],
  [
    'somebody went on without the plan, and left',
    [started(), closed({ closedOn: '2026-02-10' }), ...left('OTHER')],
    true,
  ],
  ['one who never began was released', left('OTHER', '2026-02-01'), false],
  [
    'the person died before one who was to come began',
    [...left('OTHER'), ...neverBegan('DECEASED', '2026-02-20')],
    false,
  ],
  [
    'one who was to come is released ahead as the need will cease',
    [...left('OTHER'), ...neverBegan('NEED_CEASED', '2026-06-01')],
    true,
  ],
  ['the person wants no coordinator', [started(), coordinatorDeclined()], false],
  [
    'the person wants no coordinator, and somebody had left',
    [...left('OTHER', '2026-02-10'), coordinatorDeclined()],
    false,
  ],
  [
    'the person wants one after all',
    [...left('OTHER', '2026-02-10'), coordinatorDeclined(), coordinatorAccepted()],
    true,
  ],
  [
    'the person wants one after all for the plan',
    [started(), coordinatorDeclined(), coordinatorAccepted()],
    true,
  ],
  ['the person wants no plan, and somebody left', [...left('OTHER'), planDeclined()], true],
  ['somebody leaves on a day to come', left('HANDOVER', '2026-05-01'), false],
] as const;
