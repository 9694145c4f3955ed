import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import {
  caseId,
  closed,
  consent,
  grant,
  joined,
  left,
  started,
  withdrawal,
  refused,
} from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const join = (
  change: Parameters<typeof joined>[0] = {},
  known: { grant?: ReturnType<typeof grant>; groupPresupposesPlan?: boolean; partyIsKnown?: boolean } = {},
) => ({
  type: 'JoinGroup' as const,
  data: {
    ...joined(change).data,
    grant: known.grant,
    groupPresupposesPlan: known.groupPresupposesPlan ?? false,
    partyIsKnown: known.partyIsKnown ?? true,
  },
});
const leave = (change: Parameters<typeof left>[0] = {}) => ({ ...left(change), type: 'LeaveGroup' as const });

describe('A group member', () => {
  it('joins around an active plan, where there is one (H4)', () => {
    given(consent(), started()).when(join()).then(joined());
    given(consent(), started())
      .when(join({}, { groupPresupposesPlan: true }))
      .then(joined());
  });
  it('joins a group that was granted by itself (U1)', () => {
    given(consent())
      .when(join({ caseId }, { grant: grant('GROUP') }))
      .then(joined({ caseId }));
  });
  it('joins around the plan when the case named granted no group', () => {
    given(consent(), started())
      .when(join({ caseId }, { grant: grant('INDIVIDUAL_PLAN') }))
      .then(joined());
  });
  it('is somebody whom the municipality has registered', () => {
    given(consent(), started())
      .when(join({}, { partyIsKnown: false }))
      .thenRejected('coordination/unknown-party');
  });
  it('joins a group granted by itself on the day of the decision at the earliest', () => {
    given(consent())
      .when(join({ caseId }, { grant: { ...grant('GROUP'), decidedOn: '2026-02-11' } }))
      .thenRejected('coordination/before-decision');
  });
  it('needs a plan where the municipality says so', () => {
    given(consent())
      .when(join({ caseId }, { grant: grant('GROUP'), groupPresupposesPlan: true }))
      .thenRejected('coordination/no-group-basis');
  });
  it('needs some basis', () => {
    given(consent()).when(join()).thenRejected('coordination/no-group-basis');
    given(consent(), started(), closed()).when(join()).thenRejected('coordination/no-group-basis');
    given(consent(), started())
      .when(join({ joinedOn: '2026-02-02' }))
      .thenRejected('coordination/no-group-basis');
    given(consent())
      .when(join({ caseId }, { grant: refused }))
      .thenRejected('coordination/not-granted');
    given(consent())
      .when(join({ caseId }, { grant: { ...grant(), subjectId: 'somebody-else' } }))
      .thenRejected('coordination/not-granted');
  });
  it('needs consent to sharing, on the day and today', () => {
    given(consent({ scopes: ['PLAN'] }), started())
      .when(join())
      .thenRejected('coordination/no-consent');
    given(consent(), started(), withdrawal()).when(join()).thenRejected('coordination/no-consent');
    given(
      consent({ scopes: ['PLAN'] }),
      consent({ consentId: 'consent-2', givenOn: '2026-02-11' }),
      started(),
    )
      .when(join())
      .thenRejected('coordination/no-consent');
  });
  it('is in the group once at a time', () => {
    const again = { memberId: 'member-2' };
    given(consent(), started(), joined()).when(join(again)).thenRejected('coordination/already-member');
    given(consent(), started(), joined(), left())
      .when(join({ ...again, joinedOn: '2026-02-19' }))
      .thenRejected('coordination/already-member');
    given(consent(), started(), joined(), left())
      .when(join({ ...again, joinedOn: '2026-02-20' }))
      .then(joined({ ...again, joinedOn: '2026-02-20' }));
    given(consent(), started(), joined())
      .when(join({ ...again, partyId: 'party-10' }))
      .then(joined({ ...again, partyId: 'party-10' }));
  });
  it('does not join ahead of today', () => {
    given(consent(), started())
      .when(join({ joinedOn: '2026-03-03' }))
      .thenRejected('coordination/future-date');
  });

  it('leaves, also after the plan was closed and consent withdrawn', () => {
    given(consent(), started(), joined()).when(leave()).then(left());
    given(consent(), started(), joined(), closed(), withdrawal())
      .when(leave({ leftOn: '2026-02-26', reasonCode: 'PLAN_CLOSED' }))
      .then(left({ leftOn: '2026-02-26', reasonCode: 'PLAN_CLOSED' }));
  });
  it('leaves the others in the group', () => {
    const other = { memberId: 'member-2', partyId: 'party-10' };
    given(consent(), started(), joined(), joined(other), left())
      .when(join({ ...other, memberId: 'member-3', joinedOn: '2026-02-21' }))
      .thenRejected('coordination/already-member');
  });
  it('does not leave what was never joined, twice, before joining, or ahead of today', () => {
    given(consent(), started()).when(leave()).thenRejected('coordination/no-such-member');
    given(consent(), started(), joined(), left()).when(leave()).thenRejected('coordination/already-left');
    given(consent(), started(), joined())
      .when(leave({ leftOn: '2026-02-09' }))
      .thenRejected('coordination/date-order');
    given(consent(), started(), joined())
      .when(leave({ leftOn: '2026-03-03' }))
      .thenRejected('coordination/future-date');
  });
});
