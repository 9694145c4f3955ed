import type { ProposedVersion } from '#deadlines';
import type { CaseFacts } from './of-case.js';
import { otherwiseBy } from './rehearse.js';

const facts: CaseFacts = {
  notifiedOn: null,
  receivedOn: '2026-12-01',
  saidOn: null,
  preliminaryReplies: [],
  decidedOn: null,
  amendedOn: null,
  decisionId: null,
  decisionNotifiedOn: null,
  setAsideOn: null,
  closedOn: null,
  withdrawnOn: null,
  status: '',
  legalBasis: null,
  outcomes: [],
  dispatches: [],
};
/** The answer reached the person on the day. */
const answered = (deliveredOn: string): CaseFacts => ({
  ...facts,
  decidedOn: '2026-12-10',
  decisionId: 'd1',
  decisionNotifiedOn: '2026-12-11',
  legalBasis: 'HOL_7_2',
  outcomes: [{ item: 'COORDINATOR', legalBasis: null }],
  dispatches: [
    {
      decisionId: 'd1',
      sentOn: '2026-12-11',
      channel: 'LETTER',
      to: [{ recipient: 'SUBJECT', partyId: null, deliveredOn, proof: 'SIGNED', returnedOn: null }],
    },
  ],
});
const six: ProposedVersion = {
  rule: 'COMPLAINT_PBRL',
  version: '2',
  validFrom: '2027-01-01',
  period: 'P6W',
  transition: 'TRIGGER_DATE',
};
const two: ProposedVersion = { ...six, rule: 'PRELIM_REPLY', period: 'P2M' };

const told = (of: CaseFacts, proposed: ProposedVersion) =>
  otherwiseBy(of, () => undefined, { proposed }).map(({ rule, was, now, isRight, goesByIt }) =>
    [rule, was.due, now.due, now.version, isRight && 'right', goesByIt && 'goes by it']
      .filter(Boolean)
      .join(' '),
  );

describe('a version of a rule that is tried on a case', () => {
  it('tells what would be due on another day, had it held all along', () =>
    expect(told(facts, two)).toEqual(['PRELIM_REPLY 2027-01-01 2027-02-01 2']));

  it('is of no account to a case that does not go by the rule', () => {
    expect(told(facts, six)).toEqual([]);
    expect(told(facts, { ...two, period: 'P1M' })).toEqual([]);
  });

  it('begins to hold in the middle of a case: for what begins from then on, and for nothing before', () => {
    expect(told(answered('2026-12-16'), six)).toEqual(['COMPLAINT_PBRL 2027-01-13 2027-01-27 2 right']);
    expect(told(answered('2027-01-06'), six)).toEqual([
      'COMPLAINT_PBRL 2027-02-03 2027-02-17 2 right goes by it',
    ]);
    expect(told(answered('2027-01-06'), two)).toEqual(['PRELIM_REPLY 2027-01-01 2027-02-01 2']);
  });

  it('reaches what runs already where it says so and gives longer', () =>
    expect(told(answered('2026-12-16'), { ...six, transition: 'LONGER_OF' })).toEqual([
      'COMPLAINT_PBRL 2027-01-13 2027-01-27 2 right goes by it',
    ]));
});
