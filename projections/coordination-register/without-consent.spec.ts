import type { Appointment, Consent, Member, Plan } from './projection.js';
import { withoutConsent } from './without-consent.js';

const today = '2026-03-02';
const consent = (change: Partial<Consent> = {}): Consent => ({
  consentId: 'c',
  scopes: ['PLAN', 'COORDINATOR', 'SHARE'],
  givenBy: 'SUBJECT',
  givenById: null,
  givenOn: '2026-01-10',
  validUntil: null,
  withdrawnOn: null,
  withdrawn: [],
  ...change,
});
const withdrawnOn = (day: string) =>
  consent({
    withdrawn: (['PLAN', 'COORDINATOR', 'SHARE'] as const).map((scope) => ({ scope, withdrawnOn: day })),
  });
const appointed = (validFrom: string, releasedOn: string | null = null): Appointment => ({
  appointmentId: 'appointment',
  coordinatorId: 'party-7',
  unit: null,
  kind: 'ORDINARY',
  temporary: false,
  restsOn: null,
  reportId: null,
  caseId: 'case',
  proposalId: null,
  takesOverFrom: null,
  validFrom,
  wishFollowed: 'YES',
  reason: null,
  delegatedBy: null,
  toldOn: null,
  releasedOn,
  releaseReasonCode: null,
  releaseReason: null,
  endsByThen: null,
});
const ended = { closedOn: null, leftOn: null, reasonCode: null, reason: null, endsByThen: null };
const plan: Plan = {
  planId: 'plan',
  restsOn: null,
  reportId: null,
  caseId: 'case',
  startedOn: '2026-02-01',
  withSubject: true,
  coordinatorGoesOn: null,
  groupGoesOn: null,
  ...ended,
};
const member: Member = {
  memberId: 'member',
  partyId: 'party-9',
  memberRole: 'TEACHER',
  unit: null,
  caseId: null,
  joinedOn: '2026-02-01',
  ...ended,
};
const none = { consents: [], appointments: [], plans: [], members: [] };
const withdrawn = withdrawnOn('2026-02-20');

describe('What stands without consent', () => {
  it('is an appointment to come whose consent was withdrawn since', () => {
    const history = { ...none, consents: [withdrawn], appointments: [appointed('2026-06-01')] };
    expect(withoutConsent(history, today)).toEqual(['appointment']);
    expect(withoutConsent(history, '2026-07-01')).toEqual(['appointment']);
  });
  it('A7 is what began while consent held, from the day on which that was withdrawn', () => {
    const begun = { appointments: [appointed('2026-02-01')], plans: [plan], members: [member] };
    expect(withoutConsent({ consents: [withdrawn], ...begun }, '2026-02-19')).toEqual([]);
    expect(withoutConsent({ consents: [withdrawn], ...begun }, '2026-02-20')).toEqual([
      'appointment',
      'plan',
      'member',
    ]);
  });
  it('is whatever began on a day that the consent does not cover', () => {
    const consents = [withdrawnOn('2026-01-20'), consent({ scopes: ['REGISTER'] })];
    const begun = { appointments: [appointed('2026-02-01')], plans: [plan], members: [member] };
    expect(withoutConsent({ consents, ...begun }, today)).toEqual(['appointment', 'plan', 'member']);
  });
  it('is covered by a new consent: of the first day, or once begun of today alone', () => {
    const appointments = [appointed('2026-02-25')];
    const anew = consent({ givenOn: '2026-02-28' });
    expect(withoutConsent({ ...none, consents: [withdrawn, anew], appointments }, today)).toEqual([]);
    expect(withoutConsent({ ...none, consents: [withdrawn, anew], appointments }, '2026-02-26')).toEqual([
      'appointment',
    ]);
    const short = consent({ validUntil: '2026-05-31' });
    expect(
      withoutConsent({ ...none, consents: [short], appointments: [appointed('2026-06-01')] }, today),
    ).toEqual(['appointment']);
  });
  it('is nothing that has ended or never began', () => {
    for (const one of [appointed('2026-02-25', '2026-03-01'), appointed('2026-06-01', '2026-06-01')]) {
      expect(withoutConsent({ ...none, appointments: [one] }, today)).toEqual([]);
    }
    expect(withoutConsent({ ...none, appointments: [appointed('2026-02-25', '2026-06-01')] }, today)).toEqual(
      ['appointment'],
    );
  });
});
