import { specOf } from '#event-sourcing/testing/spec-of';
import type { Authority } from '#vocabulary';
import { coordinationDecider } from '../decide.js';
import {
  annulled,
  appointed,
  closed,
  consent,
  corrected,
  decidedAs,
  grant,
  intent,
  refused,
  released,
  started,
  withdrawal,
} from '../facts.testing.js';

const { given, rows } = specOf(coordinationDecider);
const second = (change: Parameters<typeof appointed>[0] = {}) =>
  appointed({ appointmentId: 'appointment-2', ...change });
const child = { kind: 'CHILD' } as const;
const temporary = { temporary: true };
const refusedChild = decidedAs({ ...grant('COORDINATOR'), refused: ['CHILD_COORDINATOR'] });
const decidedLate = decidedAs({ ...grant(), decidedOn: '2026-02-02' });
const reasoned = { wishFollowed: 'NO', reason: 'Ønsket koordinator er i permisjon.' } as const;
const from = { takesOverFrom: 'appointment-1' };
const there = [consent(), appointed()];
const gone = [...there, released()];

describe('A coordinator', () => {
  rows(intent.appoint, [
    ['is appointed without a plan (A4)', [consent()], {}, [second()]],
    [
      'is an ordinary one, and no stand-in, unless told',
      [consent()],
      { kind: undefined, temporary: undefined },
      [second()],
    ],
    [
      'D5 is refused where the decision refused one',
      [consent()],
      decidedAs({ ...grant('INDIVIDUAL_PLAN'), refused: ['COORDINATOR'] }),
      'not-granted',
    ],
    [
      'D5 is not appointed again on a grant that was used up',
      [...there, released({ reasonCode: 'NEED_CEASED' })],
      { validFrom: '2026-02-20' },
      'grant-used-up',
    ],
    [
      'D5 is not appointed on the grant of a plan that ended with the need',
      [consent(), started(), closed()],
      { validFrom: '2026-02-26' },
      'grant-used-up',
    ],
    [
      'D5 is appointed on a grant of its own when the plan ended',
      [consent(), started(), closed()],
      { validFrom: '2026-02-26', ...decidedAs(grant('INDIVIDUAL_PLAN', 'COORDINATOR')) },
      [second({ validFrom: '2026-02-26' })],
    ],
    [
      'D5 is not appointed on any grant of before the person moved',
      [consent(), started(), closed({ reasonCode: 'MOVED' })],
      { validFrom: '2026-02-26', ...decidedAs(grant('COORDINATOR')) },
      'grant-used-up',
    ],
    [
      'D7 is typed in after a later one, and had left by the day on which that one began',
      there,
      { validFrom: '2026-01-15' },
      [
        second({ validFrom: '2026-01-15' }),
        released({
          appointmentId: 'appointment-2',
          releasedOn: '2026-02-01',
          reasonCode: 'HANDOVER',
          endsByThen: true,
        }),
      ],
    ],
    [
      'is not appointed before one who is yet to begin',
      [consent(), appointed({ validFrom: '2026-06-01' })],
      {},
      'already-coordinated',
    ],
    [
      'D5 is appointed again on a grant after the need ended',
      [...there, released({ reasonCode: 'NEED_CEASED' })],
      { validFrom: '2026-02-20', ...decidedAs({ ...grant(), decidedOn: '2026-02-16' }) },
      [second({ validFrom: '2026-02-20' })],
    ],
    [
      'is somebody whom the municipality has registered',
      [consent()],
      { partyIsKnown: false },
      'unknown-party',
    ],
    ['begins no earlier than the decision (invariant 5)', [consent()], decidedLate, 'before-decision'],
    [
      'may begin on the day of the decision',
      [consent()],
      { ...decidedLate, validFrom: '2026-02-02' },
      [second({ validFrom: '2026-02-02' })],
    ],
    [
      'is appointed on any positive answer, also a partial one on another item (U16)',
      [consent()],
      decidedAs(grant('GROUP')),
      [second()],
    ],
    [
      'for a child is refused where the decision refused one, whatever else it granted (pbrl § 2-5c)',
      [consent()],
      { ...child, ...refusedChild },
      'not-granted',
    ],
    ['may be an ordinary one then', [consent()], refusedChild, [second()]],
    [
      'for a child is appointed on a coordinator granted',
      [consent()],
      { ...child, ...decidedAs(grant('COORDINATOR')) },
      [second(child)],
    ],
    [
      'for a child is appointed on a child coordinator granted',
      [consent()],
      { ...child, ...decidedAs(grant('CHILD_COORDINATOR')) },
      [second(child)],
    ],
    ['is refused without a decision', [consent()], { grants: {} }, 'not-granted'],
    ['is refused on a refusal', [consent()], decidedAs(refused), 'not-granted'],
    [
      'is refused on a decision about somebody else',
      [consent()],
      decidedAs({ ...grant(), subjectId: 'somebody-else' }),
      'not-granted',
    ],

    ['needs consent', [], {}, 'no-consent'],
    [
      'needs consent to a coordinator',
      [consent({ scopes: ['REGISTER', 'PLAN', 'SHARE'] })],
      {},
      'no-consent',
    ],
    ['needs consent by the first day', [consent({ givenOn: '2026-02-02' })], {}, 'no-consent'],
    ['needs consent that holds today', [consent({ validUntil: '2026-03-01' })], {}, 'no-consent'],
    [
      'needs consent that was not withdrawn today',
      [consent(), withdrawal({ withdrawnOn: '2026-03-02' })],
      {},
      'no-consent',
    ],
    [
      'is refused for a day on which the consent will have run out',
      [consent({ validUntil: '2026-06-30' })],
      { validFrom: '2026-07-01' },
      'no-consent',
    ],
    [
      'rests on another consent when one is gone',
      [consent(), withdrawal(), consent({ consentId: 'consent-2' })],
      {},
      [second()],
    ],
    [
      'rests on another consent when one goes later',
      [consent(), consent({ consentId: 'consent-2' }), withdrawal()],
      {},
      [second()],
    ],

    ['is the only responsible one of the kind (H1, S2)', there, {}, 'already-coordinated'],
    ['stands beside a child coordinator', there, child, [second(child)]],
    ['stands beside a temporary one', there, temporary, [second(temporary)]],
    ['follows a temporary one', [consent(), appointed(temporary)], {}, [second()]],
    [
      'has one temporary beside at most',
      [...there, appointed({ appointmentId: 'appointment-3', ...temporary })],
      temporary,
      'already-coordinated',
    ],
    [
      'follows one who was released, from that day on',
      gone,
      { validFrom: '2026-02-15' },
      [second({ validFrom: '2026-02-15', ...from })],
    ],
    [
      'does not follow one who was released, before that day',
      gone,
      { validFrom: '2026-02-14' },
      'already-coordinated',
    ],
    [
      'follows one who never began',
      [consent(), appointed({ validFrom: '2026-06-01' }), released({ releasedOn: '2026-06-01' })],
      {},
      [second()],
    ],
    [
      'does not follow one who stays when another left',
      [...there, second(child), released({ appointmentId: 'appointment-2' })],
      { appointmentId: 'appointment-3', validFrom: '2026-02-15' },
      'already-coordinated',
    ],

    [
      'is chosen against the wish only with a reason (H3, F7)',
      [consent()],
      { wishFollowed: 'NO' },
      'wish-needs-reason',
    ],
    ['is chosen against the wish with a reason', [consent()], reasoned, [second(reasoned)]],
    [
      'begins at most a year ahead',
      [consent()],
      { validFrom: '2027-03-02' },
      [second({ validFrom: '2027-03-02' })],
    ],
    ['does not begin more than a year ahead', [consent()], { validFrom: '2027-03-03' }, 'date-ahead'],
    ['does not begin in another century', [consent()], { validFrom: '1899-12-31' }, 'no-consent'],

    [
      'for a child may be of somebody yet to be born',
      [consent()],
      { ...child, birthYear: 2026 },
      [second(child)],
    ],
    ['for a child may be of a child', [consent()], { ...child, birthYear: 2009 }, [second(child)]],
    [
      'for a child may be of somebody who turns 18 this year',
      [consent()],
      { ...child, birthYear: 2008 },
      [second(child)],
    ],
    ['for a child may be of somebody of unknown age', [consent()], child, [second(child)]],
    [
      'for a child is refused when the person surely is 18',
      [consent()],
      { ...child, birthYear: 2007 },
      'adult',
    ],
    [
      'D6 for a child is refused from the eighteenth birthday on',
      [consent()],
      { ...child, birthYear: 2008, birthDate: '2008-03-02' },
      'adult',
    ],
    [
      'D6 for a child may be of somebody who turns 18 tomorrow',
      [consent()],
      { ...child, birthYear: 2008, birthDate: '2008-03-03' },
      [second(child)],
    ],
    [
      'for a child is refused when the person surely is 18 on the first day',
      [consent()],
      { ...child, birthYear: 2008, validFrom: '2026-12-31' },
      'adult',
    ],
    ['of the ordinary kind is for adults', [consent()], { birthYear: 1950 }, [second()]],
    [
      'for a child is not appointed back in time for somebody who surely is 18 by now',
      [consent({ givenOn: '2025-11-01' })],
      {
        ...child,
        validFrom: '2025-12-01',
        birthYear: 2007,
        ...decidedAs({ ...grant(), decidedOn: '2025-11-15' }),
      },
      'adult',
    ],
  ]);
});

describe("A coordinator's release", () => {
  const firstDay = { releasedOn: '2026-02-01' };
  const turned18 = { reasonCode: 'TURNED_18' } as const;
  const toCome = [consent(), appointed({ validFrom: '2026-06-01' })];
  const early = { appointmentId: 'early' };
  const typedLater = [
    ...there,
    appointed({ ...early, validFrom: '2026-01-15' }),
    released({ ...early, releasedOn: '2026-02-01', reasonCode: 'HANDOVER', endsByThen: true }),
  ];
  rows(intent.release, [
    ['is recorded and leaves the plan open', [...there, started()], {}, [released()]],
    ['may be on the first day', there, firstDay, [released(firstDay)]],
    ['needs a coordinator', [consent()], {}, 'no-such-appointment'],
    ['comes once', gone, {}, 'already-released'],
    ['is not before the first day', there, { releasedOn: '2026-01-31' }, 'date-order'],
    [
      'D7 may be given notice of, up to a year ahead',
      there,
      { releasedOn: '2026-04-01' },
      [released({ releasedOn: '2026-04-01' })],
    ],
    ['is not more than a year ahead', there, { releasedOn: '2027-03-03' }, 'date-ahead'],
    [
      'D7 is told anew where the end was only the latest possible',
      typedLater,
      { ...early, releasedOn: '2026-01-20' },
      [released({ ...early, releasedOn: '2026-01-20' })],
    ],
    [
      'is not after the next one began',
      typedLater,
      { ...early, releasedOn: '2026-02-02' },
      'already-coordinated',
    ],
    [
      'is no handover ahead of today, though somebody is to take over',
      there,
      { releasedOn: '2026-03-03', reasonCode: 'HANDOVER' },
      'date-ahead',
    ],
    [
      'is no handover where somebody in another place begins later',
      [...there, second({ ...temporary, validFrom: '2026-03-04' })],
      { releasedOn: '2026-03-03', reasonCode: 'HANDOVER' },
      'date-ahead',
    ],
    [
      'because the person came of age is of a child coordinator alone',
      there,
      turned18,
      'no-child-coordinator',
    ],
    [
      'of a child coordinator may be because the person came of age',
      [consent(), appointed(child)],
      turned18,
      [released(turned18)],
    ],
    [
      'of one who has not begun is on her first day: she never began',
      toCome,
      { releasedOn: '2026-06-01' },
      [released({ releasedOn: '2026-06-01' })],
    ],
    [
      'D7 of one who has not begun may be after it',
      toCome,
      { releasedOn: '2026-06-02' },
      [released({ releasedOn: '2026-06-02' })],
    ],
  ]);
});

describe('A handover', () => {
  const handed = (releasedOn: string) => released({ releasedOn, reasonCode: 'HANDOVER' });
  const succeed = (differs: Parameters<typeof intent.appoint>[0] = {}) =>
    intent.appoint({ succeeds: 'appointment-1', ...differs });

  it.each(['2026-02-20', '2026-03-02', '2026-06-01'])(
    'on %s releases the one and appoints the other in one step',
    (validFrom) => {
      given(...there)
        .when(succeed({ validFrom }))
        .then(handed(validFrom), second({ validFrom, ...from }));
    },
  );
  const day = { validFrom: '2026-02-20' };
  rows(succeed, [
    [
      'may go from the responsible to one who stands in',
      there,
      { ...day, ...temporary },
      [handed(day.validFrom), second({ ...day, ...temporary, ...from })],
    ],
    [
      'may go from a child coordinator to an ordinary one',
      [consent(), appointed(child)],
      day,
      [handed(day.validFrom), second({ ...day, ...from })],
    ],
    ['is not from one who begins that day herself', there, { validFrom: '2026-02-01' }, 'never-began'],
    [
      'is not from one who begins no earlier herself',
      [consent(), appointed({ validFrom: '2026-06-01' })],
      { validFrom: '2026-06-01' },
      'never-began',
    ],
    ['takes over from somebody', there, { succeeds: 'nobody' }, 'no-such-appointment'],
    ['takes over from somebody who coordinates', gone, {}, 'already-released'],
    ['takes over from somebody who had begun', there, { validFrom: '2026-01-31' }, 'date-order'],
    ['is at most a year ahead', there, { validFrom: '2027-03-03' }, 'date-ahead'],
    [
      'keeps the rules of an appointment',
      [consent({ validUntil: '2026-05-31' }), appointed()],
      { validFrom: '2026-06-01' },
      'no-consent',
    ],
  ]);
});

describe('D7 an end that nobody told', () => {
  const early = { appointmentId: 'early' };
  const command = 'typed-later';
  const typed = [
    ...there,
    { ...appointed({ ...early, id: 'e', validFrom: '2026-01-15' }), command },
    {
      ...released({ ...early, id: 'r', releasedOn: '2026-02-01', reasonCode: 'HANDOVER', endsByThen: true }),
      command,
    },
  ];
  it('goes with the appointment that was recorded in error', () =>
    given(...typed)
      .when(intent.annul('e'))
      .then(annulled('e'), annulled('r')));
});

describe('An appointment on delegated authority (S3)', () => {
  const director = { delegationId: 'delegation-1', fromRole: 'MUNICIPAL_DIRECTOR' } as const;
  const needed = { isNeeded: true, delegations: [] };
  const kept = { isNeeded: false, delegations: [] };
  const by = { delegationId: 'delegation-1', delegatedBy: 'MUNICIPAL_DIRECTOR' } as const;
  rows(intent.appoint, [
    [
      'says by which delegation, where one holds',
      [consent()],
      { authority: { isNeeded: false, delegations: [director] } },
      [second(by)],
    ],
    [
      'names the first of several that hold',
      [consent()],
      { authority: { isNeeded: true, delegations: [director, { ...director, delegationId: 'other' }] } },
      [second(by)],
    ],
    [
      'is refused without one where the profile asks for it',
      [consent()],
      { authority: needed },
      'not-delegated',
    ],
    ['goes without where the profile does not ask', [consent()], { authority: kept }, [second()]],
    ['goes without where nothing is delegated', [consent()], {}, [second()]],
  ]);

  const correct = (changed: Readonly<Record<string, unknown>>, authority: Authority) =>
    given(consent(), appointed(by)).when(intent.correct('e1', changed, { authority }));
  it('is not moved to a day on which that delegation does not hold', () =>
    correct({ validFrom: '2026-01-20' }, needed).thenRejected('coordination/not-delegated'));
  it('is moved to another on which it does', () =>
    correct({ validFrom: '2026-01-20' }, { isNeeded: true, delegations: [director] }).then(
      corrected('CoordinatorAppointed', 'e1', { validFrom: '2026-01-20' }),
    ));
  it('is corrected otherwise whatever holds today', () =>
    correct({ wishFollowed: 'NO_WISH' }, needed).then(
      corrected('CoordinatorAppointed', 'e1', { wishFollowed: 'NO_WISH' }),
    ));
  it('keeps the delegation that was recorded', () =>
    correct({ delegationId: 'other' }, needed).thenRejected('coordination/authority-as-delegated'));
});
