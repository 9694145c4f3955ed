import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  acknowledged,
  appointed,
  consent,
  decidedAs,
  grant,
  handed,
  intent,
  released,
} from '../facts.testing.js';

const { rows } = specOf(coordinationDecider);
const from = { takesOverFrom: 'appointment-1' };
const successor = (change: Parameters<typeof appointed>[0] = {}) =>
  appointed({ appointmentId: 'appointment-2', validFrom: '2026-02-15', ...from, ...change });
const there = [consent(), appointed()];
const succeeded = [...there, released({ reasonCode: 'HANDOVER' }), successor()];

describe('What a coordinator leaves', () => {
  rows(intent.handOver, [
    ['is written before anybody has taken over (U7)', there, {}, [handed()]],
    ['is written when somebody has', succeeded, {}, [handed()]],
    [
      'may be written by another for one who is gone',
      [...there, released()],
      { writtenById: 'party-9' },
      [handed({ writtenById: 'party-9' })],
    ],
    ['is of a coordinator', [consent()], {}, 'no-such-appointment'],
    ['is of one who had begun by then', there, { writtenOn: '2026-01-31' }, 'date-order'],
    ['may be written by somebody known alone', there, { partyIsKnown: false }, 'unknown-party'],
    [
      'is written anew for the next one',
      [...succeeded, handed(), acknowledged()],
      { handoverId: 'handover-2' },
      [handed({ handoverId: 'handover-2' })],
    ],
  ]);
  rows(intent.acknowledge, [
    ['is read by whoever took over (U7)', [...succeeded, handed()], {}, [acknowledged()]],
    [
      'is read by whoever took over last, unless told',
      [...succeeded, handed()],
      { appointmentId: undefined },
      [acknowledged()],
    ],
    [
      'is read by whoever stands in',
      [...there, successor({ temporary: true }), handed()],
      { appointmentId: undefined },
      [acknowledged()],
    ],
    ['was written', succeeded, {}, 'no-such-handover'],
    ['is read once', [...succeeded, handed(), acknowledged()], {}, 'handover-acknowledged'],
    [
      'is read by nobody who took over from another',
      [...there, successor({ takesOverFrom: 'appointment-3' }), handed()],
      {},
      'not-successor',
    ],
    [
      'is not read by whoever wrote it',
      [...there, handed()],
      { appointmentId: 'appointment-1' },
      'not-successor',
    ],
    ['waits for somebody to take over', [...there, handed()], { appointmentId: undefined }, 'no-successor'],
    [
      'is read by whoever took over, also once she has given notice',
      [...succeeded, handed(), released({ appointmentId: 'appointment-2', releasedOn: '2026-04-01' })],
      { appointmentId: undefined },
      [acknowledged()],
    ],
    [
      'waits for another once she has left',
      [...succeeded, handed(), released({ appointmentId: 'appointment-2', releasedOn: '2026-02-20' })],
      { appointmentId: undefined, acknowledgedOn: '2026-02-20' },
      'no-successor',
    ],
    ['is read by a coordinator', [...there, handed()], { appointmentId: 'nobody' }, 'no-such-appointment'],
    ['was written by then', [...succeeded, handed()], { acknowledgedOn: '2026-02-13' }, 'date-order'],
  ]);
});

describe('Whose work a coordinator takes over', () => {
  const day = { validFrom: '2026-02-20' };
  const gone = (change: Parameters<typeof released>[0] = {}) => [...there, released(change)];
  const next = (change: Parameters<typeof appointed>[0] = {}) => [
    appointed({ appointmentId: 'appointment-2', ...day, ...change }),
  ];
  rows(intent.appoint, [
    ['is nobody’s where nobody was before', [consent()], day, next()],
    ['is that of whoever left, also where nobody was named (U7)', gone(), day, next(from)],
    [
      'is that of whoever is stood in for',
      there,
      { ...day, temporary: true },
      next({ ...from, temporary: true }),
    ],
    [
      'is that of whoever stood in, where she stayed the longest',
      [
        ...gone({ releasedOn: '2026-02-05' }),
        appointed({ appointmentId: 'appointment-3', temporary: true, validFrom: '2026-02-05' }),
      ],
      day,
      next({ takesOverFrom: 'appointment-3' }),
    ],
    [
      'is nobody’s where the need had ended since',
      gone({ reasonCode: 'NEED_CEASED' }),
      { ...day, ...decidedAs({ ...grant(), decidedOn: '2026-02-16' }) },
      next(),
    ],
    ['is nobody’s who never began', gone({ releasedOn: '2026-02-01' }), day, next()],
    ['is of the same kind', there, { ...day, kind: 'CHILD' }, next({ kind: 'CHILD' })],
    [
      'is the child coordinator’s, whom an ordinary one follows (pbrl § 2-5c)',
      [consent(), appointed({ kind: 'CHILD' }), released({ reasonCode: 'TURNED_18' })],
      day,
      next(from),
    ],
  ]);
});
