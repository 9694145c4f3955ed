import { keyOf } from '../../steps/placed-step.js';
import { nextAfter, stepNamed, stepsOf } from './steps-of-complaint.js';
import { courseOf } from './course-of.js';
import { sentenceOf } from './status-sentence.js';
import { needlessOfReceived } from '../../complaints/recording.js';

type Of = Parameters<typeof stepsOf>[0] & Parameters<typeof courseOf>[0] & Parameters<typeof sentenceOf>[0];
const came: Of = {
  status: 'RECEIVED',
  begunOn: '2026-02-10',
  caseId: 'case-1',
  decisionId: 'decision-1',
  dismissedComplaintId: null,
  complainant: 'SUBJECT',
  groundsRequests: [],
  furtherRequests: [],
  receivedOn: '2026-02-10',
  assessedOn: null,
  timeliness: null,
  reconsideredOn: null,
  reconsideration: null,
  forwardedOn: null,
  decidedOn: null,
  outcome: null,
  compliedOn: null,
};
const asked = {
  requestId: 'request-1',
  requestedOn: '2026-01-28',
  requestedBy: 'SUBJECT',
  note: null,
  givenOn: null,
  channel: null,
  arrivedOn: null,
  isComplete: null,
  grounds: null,
} as const;
const more = {
  requestId: 'more-1',
  requestedOn: '2026-02-20',
  answerBy: null,
  request: 'Planen',
  answeredOn: null,
  answer: null,
};
const offered = (of: Partial<Of>, roles: Parameters<typeof stepsOf>[2] = ['CASEWORKER']) =>
  stepsOf({ ...came, ...of }, undefined, roles, 'KE').map(keyOf);

describe('what can be done about a complaint', () => {
  test.each<[string, Partial<Of>, readonly string[]]>([
    ['that has come', {}, ['assess', 'requestGrounds', 'showDocuments', 'withdraw']],
    [
      'that is begun with grounds alone',
      { status: 'GROUNDS_ASKED', receivedOn: null, groundsRequests: [asked] },
      ['join', 'giveGrounds.request-1', 'requestGrounds', 'showDocuments'],
    ],
    ['about nothing that a period runs of', { decisionId: null }, ['showDocuments', 'withdraw']],
    [
      'that is in time',
      { status: 'ASSESSED' },
      ['assess', 'requestGrounds', 'showDocuments', 'reconsider', 'withdraw'],
    ],
    ['that was dismissed as late', { status: 'DISMISSED' }, ['assess', 'showDocuments']],
    [
      'that is not changed',
      { status: 'RECONSIDERED' },
      ['requestGrounds', 'showDocuments', 'forward', 'withdraw'],
    ],
    [
      'that is with the county governor, who asks for more',
      { status: 'FORWARDED', furtherRequests: [more] },
      ['showDocuments', 'answer.more-1', 'requestMore', 'decide', 'withdraw'],
    ],
    ['that was granted', { status: 'DECIDED', outcome: 'GRANTED' }, ['showDocuments', 'comply']],
    ['that was not granted', { status: 'DECIDED', outcome: 'NOT_GRANTED' }, ['showDocuments']],
    ['that is withdrawn', { status: 'WITHDRAWN' }, ['showDocuments']],
  ])('%s is %j %j', (_, of, expected) => {
    expect(offered(of).map((key) => key.replace(/^\w+_/, ''))).toEqual(expected);
  });

  test.each([['COORDINATOR'], ['AUDITOR']] as const)('is nothing for %s', (role) => {
    expect(offered({}, [role])).toEqual([]);
  });

  test('is opened by what waits, of several requests the one that is met next', () => {
    const steps = stepsOf(
      { ...came, status: 'FORWARDED', furtherRequests: [more, { ...more, requestId: 'more-2' }] },
      undefined,
      ['LEADER'],
      'KE',
    );
    expect(stepNamed('GOVERNOR_TO_ANSWER', steps, 'more-2')?.about).toBe('more-2');
    expect(stepNamed('COMPLAINT_TO_ASSESS', steps, null)).toBeUndefined();
  });
});

describe('the course of a complaint', () => {
  const states = (of: Partial<Of>) =>
    courseOf({ ...came, ...of }).map(({ name, state }) => `${name} ${state}`);

  test('is where nobody has come further', () => {
    expect(states({ assessedOn: '2026-02-11', status: 'ASSESSED' })).toEqual([
      'received done',
      'assessed done',
      'reconsidered here',
      'forwarded not-begun',
      'decided not-begun',
    ]);
  });
  test('ends where the complaint does', () => {
    expect(states({ status: 'WITHDRAWN' })).toEqual(['received done']);
  });
  test('goes on after a decision that asks for more', () => {
    const decided = { status: 'DECIDED', outcome: 'SET_ASIDE', decidedOn: '2026-03-02' } as const;
    expect(states(decided)).toContain('complied not-begun');
  });
});

describe('the letter that says that a complaint is sent on', () => {
  const letter = {
    letterId: 'letter-1',
    matter: 'COMPLAINT',
    template: 'complaint-forwarded',
    decisionId: null,
    issuedOn: '2026-03-01',
    dispatches: [],
  };
  const ofCase = (differs: object = {}) =>
    ({
      decisionId: 'decision-1',
      letters: [
        { ...letter, ...differs },
        { ...letter, letterId: 'other', matter: 'RECEIPT' },
      ],
    }) as unknown as NonNullable<Parameters<typeof stepsOf>[1]>;
  const upheld: Of = { ...came, status: 'RECONSIDERED', reconsideredOn: '2026-02-28' };
  const stepsIn = (of: ReturnType<typeof ofCase>) => stepsOf(upheld, of, ['CASEWORKER'], 'KE');

  test('goes out from the page of the complaint, and leads to recording that it is sent on', () => {
    const steps = stepsIn(ofCase());
    const dispatch = steps.filter(({ section }) => section === 'letters');
    expect(dispatch.map(keyOf)).toEqual(['Letters_dispatch.letter-1']);
    const [first] = dispatch;
    expect(first && nextAfter(first, steps, ofCase())?.operation).toBe('ComplaintHandling_forward');
    expect(first && nextAfter(first, steps, ofCase({ template: 'complaint-received' }))).toBeUndefined();
    expect(stepsOf(upheld, ofCase(), ['LEADER'], 'KE').some(({ section }) => section === 'letters')).toBe(
      false,
    );
  });

  test('tells when the copy was sent', () => {
    const sent = { dispatchId: 'd', sentOn: '2026-03-02', deliveredOn: null, returnedOn: null };
    const forward = stepsIn(ofCase({ dispatches: [sent] })).find(
      ({ operation }) => operation === 'ComplaintHandling_forward',
    );
    expect(forward?.preset).toEqual({ channel: 'DIGITAL_POST', copySentOn: '2026-03-02' });
    expect(stepsIn(ofCase()).at(-1)?.preset?.['copySentOn']).toBeUndefined();
  });
});

describe('where a complaint stands', () => {
  test.each<[Partial<Of>, string]>([
    [{ status: 'ASSESSED', timeliness: 'IN_TIME' }, 'inTime'],
    [{ status: 'ASSESSED', timeliness: 'LATE_ACCEPTED' }, 'lateAccepted'],
    [{ status: 'ASSESSED', decisionId: null }, 'withoutPeriod'],
    [{ status: 'RECONSIDERED', reconsideration: 'PARTLY' }, 'partly'],
    [{ status: 'FORWARDED', furtherRequests: [more] }, 'moreAsked'],
    [{ status: 'DECIDED', outcome: 'SET_ASIDE' }, 'SET_ASIDE'],
    [{ status: 'DECIDED', outcome: 'GRANTED', compliedOn: '2026-04-01' }, 'complied'],
  ])('of %j is said as %s', (of, sentence) => {
    expect(sentenceOf({ ...came, ...of })).toBe(sentence);
  });
});

describe('what is asked of a complaint that comes', () => {
  test('is who wrote down what was told, and not when it was sent', () => {
    const needless = needlessOfReceived({ way: 'ORAL', complainant: 'REPRESENTATIVE', matters: ['WISH'] });
    expect(needless).toContain('sentOn');
    expect(needless).toContain('decisionId');
    expect(needless).not.toContain('writtenById');
    expect(needless).not.toContain('hasAuthority');
  });
});
