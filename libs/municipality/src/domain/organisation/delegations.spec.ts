import { specOf } from '#event-sourcing/testing/spec-of';
import { organisationDecider } from './decide.js';
import { fact, intent } from './example-organisation.testing.js';
import { delegationsOn } from './organisation.js';

const { given, rows, stateAfter } = specOf(organisationDecider);
const delegated = [fact.delegated()];

describe('a delegation of authority (S3)', () => {
  rows(intent.delegate, [
    ['is recorded', [], {}, delegated],
    ['may have an end', [], { validUntil: '2027-12-31' }, [fact.delegated({ validUntil: '2027-12-31' })]],
    ['does not end before it begins', [], { validUntil: '2025-12-31' }, 'date-order'],
    ['is from one role to another', [], { toRole: 'MUNICIPAL_DIRECTOR' }, 'delegated-to-itself'],
  ]);
});

describe('the revocation of a delegation', () => {
  rows(intent.revoke, [
    ['is recorded', delegated, {}, [fact.revoked()]],
    ['is of one that is there', [], {}, 'no-such-delegation'],
    ['comes once', [...delegated, fact.revoked()], { revokedOn: '2026-02-20' }, 'already-revoked'],
    ['does not come before the delegation', delegated, { revokedOn: '2025-12-31' }, 'date-order'],
  ]);
});

describe('what was done on a delegation', () => {
  const act = { eventId: 'a1', type: 'CoordinatorAppointed', stream: 'coordination-9999.s1' };
  const by = { scope: 'APPOINT_COORDINATOR', fromRole: 'MUNICIPAL_DIRECTOR', toRole: 'KE' } as const;
  const acts = [{ ...act, ...by, delegationId: 'delegation-1', day: '2026-02-14' }];
  const revoking = (revokedOn: string) => {
    const { type, data } = intent.revoke({ revokedOn });
    return { type, data: { ...data, asked: { acts } } };
  };
  const correcting = (changed: object) => {
    const { type, data } = intent.correct('e0', { ...changed });
    return { type, data: { ...data, restingElsewhere: acts } };
  };

  it('keeps the delegation in force on its day: nothing loses its ground', () => {
    for (const day of ['2026-01-01', '2026-02-14']) {
      given(...delegated)
        .when(revoking(day))
        .thenRejected('municipality/acted-on', ['a1']);
    }
    given(...delegated)
      .when(revoking('2026-02-15'))
      .then(fact.revoked({ revokedOn: '2026-02-15' }));
    given(...delegated)
      .when(correcting({ validUntil: '2026-02-13' }))
      .thenRejected('municipality/rests-on', ['a1']);
    given(...delegated)
      .when(correcting({ validFrom: '2026-02-15' }))
      .thenRejected('municipality/rests-on', ['a1']);
  });

  it.each([{ scope: 'APPROVE_APPLICATION' }, { toRole: 'BOARD' }, { fromRole: 'MUNICIPAL_COUNCIL' }])(
    'keeps it saying who may do what: not corrected to %o',
    (changed) =>
      given(...delegated)
        .when(correcting(changed))
        .thenRejected('municipality/rests-on', ['a1']),
  );

  it('does not go by where it stands written', () =>
    expect(
      given(...delegated)
        .when(correcting({ document: 'Delegasjonsreglementet § 4' }))
        .facts(),
    ).toHaveLength(1));
});

describe('what was recorded of a delegation', () => {
  it('is not said never to have been: what was done on it rests on it', () =>
    given(...delegated)
      .when(intent.annul('e0'))
      .thenRejected('municipality/delegation-stays'));
  it('holds on no day where it is revoked from its first', () => {
    const none = stateAfter(...delegated, fact.revoked({ revokedOn: '2026-01-01' }));
    const asked = { scope: 'APPOINT_COORDINATOR', toRole: 'KE', day: '2026-01-01' } as const;
    expect(delegationsOn(none, asked)).toEqual([]);
  });
  it('is taken back where it was revoked in error', () =>
    expect(
      given(...delegated, fact.revoked())
        .when(intent.annul('e1'))
        .facts(),
    ).toHaveLength(1));
});

describe('by which delegation a role may act on a day (S3)', () => {
  const asked = { scope: 'APPOINT_COORDINATOR', toRole: 'KE', day: '2026-02-14' } as const;
  const standing = stateAfter(fact.delegated({ validUntil: '2026-06-30' }), fact.revoked());
  const by = [{ delegationId: 'delegation-1', fromRole: 'MUNICIPAL_DIRECTOR' }];

  it.each([
    ['is not said where nothing was delegated in it', { scope: 'DECIDE' as const }, []],
    ['is said from the first day', { day: '2026-01-01' }, by],
    ['is said for that role alone', { toRole: 'BOARD' as const }, []],
    ['is not said before', { day: '2025-12-31' }, []],
    ['is said until the day before it is revoked', { day: '2026-02-14' }, by],
    ['is not said from then on', { day: '2026-02-15' }, []],
  ])('%s', (_, differs, delegations) =>
    expect(delegationsOn(standing, { ...asked, ...differs })).toEqual(delegations),
  );

  it('is said up to the last day', () => {
    const bounded = stateAfter(fact.delegated({ validUntil: '2026-06-30' }));
    const on = (day: string) => delegationsOn(bounded, { ...asked, day });
    expect([on('2026-06-30'), on('2026-07-01')]).toEqual([by, []]);
  });
});
