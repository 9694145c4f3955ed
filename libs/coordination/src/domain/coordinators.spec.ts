import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import { appointed, consent, grant, refused, released, started, withdrawal } from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const appoint = (
  change: Parameters<typeof appointed>[0] = {},
  known: { grant?: ReturnType<typeof grant> | undefined; birthYear?: number; partyIsKnown?: boolean } = {},
) => ({
  type: 'AppointCoordinator' as const,
  data: {
    ...appointed({ appointmentId: 'appointment-2', ...change }).data,
    grant: 'grant' in known ? known.grant : grant(),
    birthYear: known.birthYear,
    partyIsKnown: known.partyIsKnown ?? true,
  },
});
const second = (change: Parameters<typeof appointed>[0] = {}) =>
  appointed({ appointmentId: 'appointment-2', ...change });
const release = (change: Parameters<typeof released>[0] = {}) => ({
  ...released(change),
  type: 'ReleaseCoordinator' as const,
});

describe('A coordinator', () => {
  it('is appointed without a plan (A4)', () => {
    given(consent()).when(appoint()).then(second());
  });
  it('is somebody whom the municipality has registered', () => {
    given(consent())
      .when(appoint({}, { partyIsKnown: false }))
      .thenRejected('coordination/unknown-party');
  });
  it('begins on the day of the decision at the earliest (invariant 5)', () => {
    const decidedLate = { grant: { ...grant(), decidedOn: '2026-02-02' } };
    given(consent())
      .when(appoint({ validFrom: '2026-02-01' }, decidedLate))
      .thenRejected('coordination/before-decision');
    given(consent())
      .when(appoint({ validFrom: '2026-02-02' }, decidedLate))
      .then(second({ validFrom: '2026-02-02' }));
  });
  it('is appointed on any positive answer, also a partial one on another item (U16)', () => {
    given(consent())
      .when(appoint({}, { grant: grant('GROUP') }))
      .then(second());
  });
  it('for a child is refused where the decision refused one, whatever else it granted (pbrl § 2-5c)', () => {
    const child = { kind: 'CHILD' } as const;
    const refusal = { grant: { ...grant('COORDINATOR'), refused: ['CHILD_COORDINATOR'] } };
    given(consent()).when(appoint(child, refusal)).thenRejected('coordination/not-granted');
    given(consent()).when(appoint({}, refusal)).then(second());
    for (const item of ['COORDINATOR', 'CHILD_COORDINATOR']) {
      given(consent())
        .when(appoint(child, { grant: grant(item) }))
        .then(second(child));
    }
  });
  it('is refused without a decision, on a refusal, and on a decision about somebody else', () => {
    for (const wrong of [undefined, refused, { ...grant(), subjectId: 'somebody-else' }]) {
      given(consent())
        .when(appoint({}, { grant: wrong }))
        .thenRejected('coordination/not-granted');
    }
  });

  it.each([
    ['none was given', []],
    ['it covers other matters', [consent({ scopes: ['REGISTER', 'PLAN', 'SHARE'] })]],
    ['it was given after the first day', [consent({ givenOn: '2026-02-02' })]],
    ['it has run out today', [consent({ validUntil: '2026-03-01' })]],
    ['it was withdrawn today', [consent(), withdrawal({ withdrawnOn: '2026-03-02' })]],
  ])('is refused without consent: %s', (_, facts) => {
    given(...facts)
      .when(appoint())
      .thenRejected('coordination/no-consent');
  });
  it('is refused for a day on which the consent will have run out', () => {
    given(consent({ validUntil: '2026-06-30' }))
      .when(appoint({ validFrom: '2026-07-01' }))
      .thenRejected('coordination/no-consent');
  });
  it('rests on another consent when one is gone', () => {
    given(consent(), withdrawal(), consent({ consentId: 'consent-2' }))
      .when(appoint())
      .then(second());
    given(consent(), consent({ consentId: 'consent-2' }), withdrawal())
      .when(appoint())
      .then(second());
  });

  it('is the only responsible one of the kind (H1, S2)', () => {
    given(consent(), appointed()).when(appoint()).thenRejected('coordination/already-coordinated');
  });
  it('stands beside a child coordinator and a temporary one of each kind', () => {
    given(consent(), appointed())
      .when(appoint({ kind: 'CHILD' }))
      .then(second({ kind: 'CHILD' }));
    given(consent(), appointed())
      .when(appoint({ temporary: true }))
      .then(second({ temporary: true }));
    given(consent(), appointed({ temporary: true }))
      .when(appoint())
      .then(second());
  });
  it('has one temporary beside at most', () => {
    given(consent(), appointed(), appointed({ appointmentId: 'appointment-3', temporary: true }))
      .when(appoint({ temporary: true }))
      .thenRejected('coordination/already-coordinated');
  });
  it('follows one who was released, from that day on', () => {
    given(consent(), appointed(), released())
      .when(appoint({ validFrom: '2026-02-15' }))
      .then(second({ validFrom: '2026-02-15' }));
    given(consent(), appointed(), released())
      .when(appoint({ validFrom: '2026-02-14' }))
      .thenRejected('coordination/already-coordinated');
  });

  it('is chosen against the wish only with a reason (H3, F7)', () => {
    given(consent())
      .when(appoint({ wishFollowed: 'NO' }))
      .thenRejected('coordination/wish-needs-reason');
    const reasoned = { wishFollowed: 'NO', reason: 'Ønsket koordinator er i permisjon.' } as const;
    given(consent()).when(appoint(reasoned)).then(second(reasoned));
  });
  it('begins at most a year ahead', () => {
    given(consent())
      .when(appoint({ validFrom: '2027-03-02' }))
      .then(second({ validFrom: '2027-03-02' }));
    given(consent())
      .when(appoint({ validFrom: '2027-03-03' }))
      .thenRejected('coordination/future-date');
    given(consent())
      .when(appoint({ validFrom: '1899-12-31' }))
      .thenRejected('coordination/too-early');
  });

  it('for a child is refused when the person surely is 18, and only then', () => {
    const child = { kind: 'CHILD' } as const;
    for (const birthYear of [undefined, 2026, 2009, 2008]) {
      given(consent())
        .when(appoint(child, birthYear === undefined ? {} : { birthYear }))
        .then(second(child));
    }
    given(consent())
      .when(appoint(child, { birthYear: 2007 }))
      .thenRejected('coordination/adult');
    given(consent())
      .when(appoint({ ...child, validFrom: '2026-12-31' }, { birthYear: 2008 }))
      .thenRejected('coordination/adult');
    given(consent())
      .when(appoint({}, { birthYear: 1950 }))
      .then(second());
  });
  it('for a child is not appointed back in time for somebody who surely is 18 by now', () => {
    given(consent({ givenOn: '2025-11-01' }))
      .when(
        appoint(
          { kind: 'CHILD', validFrom: '2025-12-01' },
          { birthYear: 2007, grant: { ...grant(), decidedOn: '2025-11-15' } },
        ),
      )
      .thenRejected('coordination/adult');
  });
});

describe("A coordinator's release", () => {
  it('is recorded and leaves the plan open', () => {
    given(consent(), appointed(), started()).when(release()).then(released());
  });
  it('may be on the first day', () => {
    given(consent(), appointed())
      .when(release({ releasedOn: '2026-02-01' }))
      .then(released({ releasedOn: '2026-02-01' }));
  });
  it('is refused where nobody was appointed, twice, before the first day, and ahead of today', () => {
    given(consent()).when(release()).thenRejected('coordination/no-such-appointment');
    given(consent(), appointed(), released()).when(release()).thenRejected('coordination/already-released');
    given(consent(), appointed())
      .when(release({ releasedOn: '2026-01-31' }))
      .thenRejected('coordination/date-order');
    for (const reasonCode of ['LEFT_POSITION', 'HANDOVER'] as const) {
      given(consent(), appointed())
        .when(release({ releasedOn: '2026-03-03', reasonCode }))
        .thenRejected('coordination/future-date');
    }
  });
  it('because the person came of age is of a child coordinator alone', () => {
    const turned18 = { reasonCode: 'TURNED_18' } as const;
    given(consent(), appointed({ kind: 'CHILD' }))
      .when(release(turned18))
      .then(released(turned18));
    given(consent(), appointed()).when(release(turned18)).thenRejected('coordination/no-child-coordinator');
  });
  it('of one who has not begun is on her first day: she never began', () => {
    const toCome = appointed({ validFrom: '2026-06-01' });
    given(consent(), toCome)
      .when(release({ releasedOn: '2026-06-01' }))
      .then(released({ releasedOn: '2026-06-01' }));
    given(consent(), toCome)
      .when(release({ releasedOn: '2026-06-02' }))
      .thenRejected('coordination/future-date');
    given(consent(), toCome, released({ releasedOn: '2026-06-01' }))
      .when(appoint())
      .then(second());
  });
  it('leaves the others in their place', () => {
    const child = second({ kind: 'CHILD' });
    given(consent(), appointed(), child, released({ appointmentId: 'appointment-2' }))
      .when(appoint({ appointmentId: 'appointment-3', validFrom: '2026-02-15' }))
      .thenRejected('coordination/already-coordinated');
  });
});

describe('A handover', () => {
  const handed = (releasedOn: string) => released({ releasedOn, reasonCode: 'HANDOVER' });
  const succeed = (change: Parameters<typeof appointed>[0] = {}, succeeds = 'appointment-1') => ({
    type: 'AppointCoordinator' as const,
    data: { ...appoint(change).data, succeeds },
  });

  it.each(['2026-02-20', '2026-03-02', '2026-06-01'])(
    'on %s releases the one and appoints the other in one step',
    (validFrom) => {
      given(consent(), appointed())
        .when(succeed({ validFrom }))
        .then(handed(validFrom), second({ validFrom }));
    },
  );
  it('may go from the responsible to one who stands in, and from a child coordinator to an ordinary one', () => {
    const day = { validFrom: '2026-02-20' };
    given(consent(), appointed())
      .when(succeed({ ...day, temporary: true }))
      .then(handed(day.validFrom), second({ ...day, temporary: true }));
    given(consent(), appointed({ kind: 'CHILD' }))
      .when(succeed(day))
      .then(handed(day.validFrom), second(day));
  });
  it.each(['2026-02-01', '2026-06-01'])('is not from one who begins no earlier herself: %s', (validFrom) => {
    given(consent(), appointed({ validFrom }))
      .when(succeed({ validFrom }))
      .thenRejected('coordination/never-began');
  });
  it('takes over from somebody who coordinates, at most a year ahead, and keeps the rules of an appointment', () => {
    given(consent(), appointed())
      .when(succeed({}, 'nobody'))
      .thenRejected('coordination/no-such-appointment');
    given(consent(), appointed(), released()).when(succeed()).thenRejected('coordination/already-released');
    given(consent(), appointed())
      .when(succeed({ validFrom: '2026-01-31' }))
      .thenRejected('coordination/date-order');
    given(consent(), appointed())
      .when(succeed({ validFrom: '2027-03-03' }))
      .thenRejected('coordination/future-date');
    given(consent({ validUntil: '2026-05-31' }), appointed())
      .when(succeed({ validFrom: '2026-06-01' }))
      .thenRejected('coordination/no-consent');
  });
});
