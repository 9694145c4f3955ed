import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import {
  annulled,
  closed,
  consent,
  grant,
  joined,
  planId,
  started,
  subjectId,
  withdrawal,
  refused,
} from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const start = (change: Parameters<typeof started>[0] = {}, granted = grant()) => {
  const { planId: _, ...data } = started(change).data;
  return { type: 'StartPlan' as const, data: { ...data, grant: granted } };
};
const close = (change: Parameters<typeof closed>[0] = {}) => ({
  ...closed(change),
  type: 'ClosePlan' as const,
});

describe('A plan', () => {
  it('starts with a number of its own (F2, F22)', () => {
    given(consent()).when(start()).then(started());
  });
  it('starts on the day of the decision at the earliest (invariant 5)', () => {
    given(consent())
      .when(start({ startedOn: '2026-02-03' }, { ...grant(), decidedOn: '2026-02-04' }))
      .thenRejected('coordination/before-decision');
  });
  it('is the only active one (A7)', () => {
    given(consent(), started()).when(start()).thenRejected('coordination/plan-already-active');
  });
  it('may follow a closed one from that day on, under the next number', () => {
    const next = { startedOn: '2026-02-25' };
    given(consent(), started(), closed())
      .when(start(next))
      .then(started({ ...next, planId: `${subjectId}.2` }));
    given(consent(), started(), closed())
      .when(start({ startedOn: '2026-02-24' }))
      .thenRejected('coordination/plan-already-active');
  });
  it('never takes the number of one recorded in error', () => {
    given(consent(), started({ id: 'wrong' }), annulled('wrong'))
      .when(start())
      .then(started({ planId: `${subjectId}.2` }));
  });
  it('needs a decision that granted a plan, wholly or in part', () => {
    given(consent())
      .when(start({}, grant('INDIVIDUAL_PLAN')))
      .then(started());
    for (const wrong of [
      refused,
      grant('COORDINATOR', 'GROUP'),
      { ...grant(), subjectId: 'somebody-else' },
    ]) {
      given(consent()).when(start({}, wrong)).thenRejected('coordination/not-granted');
    }
  });
  it.each([
    ['none was given', []],
    ['it covers other matters', [consent({ scopes: ['REGISTER', 'COORDINATOR', 'SHARE'] })]],
    ['it was given later', [consent({ givenOn: '2026-02-04' })]],
    ['it has run out', [consent({ validUntil: '2026-02-28' })]],
    ['it was withdrawn', [consent(), withdrawal()]],
  ])('does not start without consent: %s', (_, facts) => {
    given(...facts)
      .when(start())
      .thenRejected('coordination/no-consent');
  });
  it('does not start ahead of today', () => {
    given(consent())
      .when(start({ startedOn: '2026-03-03' }))
      .thenRejected('coordination/future-date');
  });

  it('is closed, whoever is still in the group', () => {
    given(consent(), started(), joined()).when(close()).then(closed());
  });
  it('is not closed before somebody joined the group around it, who is named', () => {
    given(
      consent(),
      started(),
      joined({ id: 'early' }),
      joined({ memberId: 'member-2', partyId: 'p', joinedOn: '2026-02-26', id: 'late' }),
    )
      .when(close())
      .thenRejected('coordination/joined-later', ['late']);
    given(consent(), started(), joined({ joinedOn: '2026-02-26', caseId: 'case' }))
      .when(close())
      .then(closed());
    given(consent(), started(), joined({ joinedOn: '2026-02-25' }))
      .when(close())
      .then(closed());
  });
  it('is closed also after the consent is gone', () => {
    given(consent(), started(), withdrawal()).when(close()).then(closed());
  });
  it('is not closed where it never started, twice, before its start, or ahead of today', () => {
    given(consent()).when(close()).thenRejected('coordination/no-such-plan');
    given(consent(), started())
      .when(close({ planId: `${subjectId}.2` }))
      .thenRejected('coordination/no-such-plan');
    given(consent(), started(), closed()).when(close({ planId })).thenRejected('coordination/plan-closed');
    given(consent(), started())
      .when(close({ closedOn: '2026-02-02' }))
      .thenRejected('coordination/date-order');
    given(consent(), started())
      .when(close({ closedOn: '2026-03-03' }))
      .thenRejected('coordination/future-date');
  });
});
