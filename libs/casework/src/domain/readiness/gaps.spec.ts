import { effective } from '#event-sourcing/effective';
import { recorded, type ToldFact } from '#event-sourcing/testing/spec-of';
import { type caseEvents, caseEvents as events, type CaseEvent } from '../events.js';
import { answers, bothMet, childMet, decided, fact, ofCommand, prepared } from '../example-case.testing.js';
import { type GapCode, gapCodes, type GapCondition } from './codes.js';
import { fileIn } from './file-in.js';
import { checks, type Gap, gapSentences, gapsOf, standingGaps } from './gaps.js';

type Fact = ToldFact<typeof caseEvents>;

const gapsAfter = (facts: readonly Fact[]): readonly Gap[] =>
  gapsOf(fileIn(effective(recorded(events, facts)) as unknown as CaseEvent[]));
const told = (facts: readonly Fact[], today: string, where: readonly GapCondition[] = []) =>
  standingGaps(gapsAfter(facts), new Set(where), today);
const codesOf = (gaps: readonly Gap[]) => gaps.map(({ code }) => code);

/** Applied for on 3 February: a month of that is 3 March. */
const application = fact.application();
const byGuardian = fact.application({ applicantRole: 'GUARDIAN' });
const sent = [...decided, fact.notification()];
const proven = [...sent, fact.delivery()];
const complete = [...proven, fact.information({ givenOn: '2026-02-23' })];
const refused = fact.decision({
  items: [
    { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED' },
    { item: 'COORDINATOR', outcome: 'GRANTED' },
  ],
});
const [longTerm, coordinated] = bothMet.map((one) => fact.criterion(one)) as [Fact, Fact];
const byBoard = (delegationId?: string) =>
  [
    application,
    fact.recommendation(),
    fact.boardApproval(delegationId === undefined ? {} : { delegationId, delegatedBy: 'MUNICIPAL_COUNCIL' }),
    ...ofCommand(
      'decide',
      longTerm,
      coordinated,
      fact.decision({ decidedBy: 'BOARD', meetingId: 'board-1' }),
    ),
  ] as readonly Fact[];
const childCoordinator = (...criteria: readonly Fact[]) =>
  [
    fact.application({ items: ['CHILD_COORDINATOR'] }),
    fact.meeting(),
    ...criteria,
    fact.decision({ items: answers('CHILD_COORDINATOR'), legalBasis: 'HOL_7_2A' }),
  ] as readonly Fact[];
const disqualified = fact.disqualification({ disqualifiedId: 'party-2' });

/** How each of them comes about, and how it is mended; by 10 March unless told. */
const cases: readonly {
  readonly what: string;
  readonly code: GapCode;
  readonly lacking: readonly Fact[];
  readonly mended: readonly Fact[];
  readonly where?: readonly GapCondition[];
  readonly today?: string;
}[] = [
  {
    what: 'a decision that was not sent',
    code: 'ANSWER_MISSING',
    lacking: decided,
    mended: sent,
  },
  {
    what: 'an answer that came back',
    code: 'ANSWER_MISSING',
    lacking: [...sent, fact.comeback()],
    mended: [
      ...sent,
      fact.comeback(),
      fact.notification({ dispatchId: 'dispatch-2', notifiedOn: '2026-03-01' }),
    ],
  },
  {
    what: 'an application that nobody answered within a month',
    code: 'ANSWER_MISSING',
    lacking: [application],
    mended: [application, fact.preliminaryReply()],
  },
  {
    what: 'an application that was closed unanswered',
    code: 'ANSWER_MISSING',
    lacking: [application, fact.closing({ reasonCode: 'NOT_FOLLOWED_UP' })],
    mended: [...sent, fact.closing({ reasonCode: 'NOT_FOLLOWED_UP' })],
  },
  {
    what: 'a decision that the county governor set aside, after a month',
    code: 'ANSWER_MISSING',
    lacking: [...complete, fact.setAside()],
    mended: [
      ...complete,
      fact.setAside(),
      fact.amendment({ decidedOn: '2026-03-01', items: answers('COORDINATOR') }),
      fact.notification({ dispatchId: 'dispatch-2', notifiedOn: '2026-03-02' }),
    ],
    today: '2026-04-01',
  },
  {
    what: 'a month without any word',
    code: 'LATE_WITHOUT_REPLY',
    lacking: [application],
    mended: [application, fact.preliminaryReply()],
  },
  {
    what: 'a need of which nobody heard anything for a month',
    code: 'LATE_WITHOUT_REPLY',
    lacking: [fact.need()],
    mended: [fact.need(), fact.preliminaryReply()],
  },
  {
    what: 'a decision that was sent too late without a word before',
    code: 'LATE_WITHOUT_REPLY',
    lacking: [...decided, fact.notification({ notifiedOn: '2026-03-05' })],
    mended: [...decided, fact.preliminaryReply(), fact.notification({ notifiedOn: '2026-03-05' })],
  },
  {
    what: 'a promise that was not kept',
    code: 'DEADLINE_UNEXPLAINED',
    lacking: [application, fact.preliminaryReply({ expectedOn: '2026-02-28' })],
    mended: [
      application,
      fact.preliminaryReply({ expectedOn: '2026-02-28' }),
      fact.preliminaryReply({ sentOn: '2026-02-27', expectedOn: '2026-03-20' }),
    ],
  },
  {
    what: 'a reason that is none',
    code: 'DEADLINE_UNEXPLAINED',
    lacking: [application, fact.preliminaryReply({ reasonCode: 'OTHER' })],
    mended: [application, fact.preliminaryReply({ reasonCode: 'OTHER', reason: 'Streik.' })],
  },
  {
    what: 'an answer by post of which nothing was heard',
    code: 'DISPATCH_UNPROVEN',
    lacking: sent,
    mended: proven,
  },
  {
    what: 'an answer of which it is assumed that it came',
    code: 'DISPATCH_UNPROVEN',
    lacking: [...sent, fact.delivery({ proof: 'ASSUMED' })],
    mended: [...decided, fact.notification({ channel: 'IN_PERSON', documentDigest: 'b'.repeat(64) })],
  },
  {
    what: 'a child coordinator answered on one of its conditions alone',
    code: 'CRITERION_WITHOUT_REASON',
    lacking: childCoordinator(...childMet.slice(0, 1).map((one) => fact.criterion(one))),
    mended: childCoordinator(...childMet.map((one) => fact.criterion(one))),
  },
  {
    what: 'a refusal without a reason',
    code: 'OUTCOME_WITHOUT_REASON',
    lacking: [...prepared, longTerm, coordinated, refused],
    mended: [...prepared, longTerm, coordinated, refused, fact.amendment({ decidedOn: '2026-02-21' })],
  },
  {
    what: 'a section that gives no right to what was decided',
    code: 'LEGAL_BASIS_MISSING',
    lacking: [...prepared, longTerm, coordinated, fact.decision({ legalBasis: 'PBRL_2_5C' })],
    mended: decided,
  },
  {
    what: 'an answer with no word of the right to complain',
    code: 'COMPLAINT_RIGHT_NOT_TOLD',
    lacking: [...sent, fact.information({ givenOn: '2026-02-19' })],
    mended: complete,
  },
  {
    what: 'an answer that is no letter of the program',
    code: 'COMPLAINT_RIGHT_NOT_TOLD',
    lacking: [...decided, fact.letter(), fact.notification()],
    mended: [...decided, fact.letter(), fact.notification({ letterId: 'letter-1' })],
  },
  {
    what: 'a board that acted on no delegation',
    code: 'DELEGATION_MISSING',
    lacking: byBoard(),
    mended: byBoard('delegation-1'),
    where: ['DELEGATION_NEEDED'],
  },
  {
    what: 'a board that was recommended nothing',
    code: 'RECOMMENDATION_MISSING',
    lacking: [
      application,
      longTerm,
      coordinated,
      fact.decision({ decidedBy: 'BOARD', meetingId: 'board-1' }),
    ],
    mended: byBoard(),
  },
  {
    what: 'a need of which the person was not asked',
    code: 'WISH_NOT_ASKED',
    lacking: [fact.need({ subjectWishes: 'NOT_ASKED' })],
    mended: [fact.need({ subjectWishes: 'NOT_ASKED' }), fact.needAnswer()],
  },
  {
    what: 'an employee’s application that says nothing of what the person wants',
    code: 'WISH_NOT_ASKED',
    lacking: [fact.application({ applicantRole: 'EMPLOYEE' })],
    mended: [fact.application({ applicantRole: 'EMPLOYEE', wish: 'Vil ha én å forholde seg til.' })],
  },
  {
    what: 'an adult for whom a guardian spoke alone',
    code: 'PERSON_NOT_HEARD',
    lacking: [byGuardian, ...decided.slice(1)],
    mended: [fact.application({ applicantRole: 'GUARDIAN', wish: 'Vil bo hjemme.' }), ...decided.slice(1)],
    where: ['ADULT'],
  },
  {
    what: 'a child who was not heard',
    code: 'CHILD_NOT_HEARD',
    lacking: decided,
    mended: [...decided, fact.hearing()],
    where: ['CHILD'],
  },
  {
    what: 'a mapping that somebody disqualified made',
    code: 'DISQUALIFICATION_UNANSWERED',
    lacking: [application, fact.caseworker(), fact.assignment(), fact.completion(), disqualified],
    mended: [
      application,
      fact.caseworker(),
      fact.assignment(),
      fact.completion(),
      disqualified,
      fact.completion({ assignmentId: undefined, performerId: 'party-4', completedOn: '2026-02-18' }),
    ],
  },
  {
    what: 'a case that nobody took over',
    code: 'DISQUALIFICATION_UNANSWERED',
    lacking: [application, fact.caseworker(), fact.disqualification()],
    mended: [
      application,
      fact.caseworker(),
      fact.disqualification(),
      fact.caseworker({ caseworkerId: 'party-4', assignedOn: '2026-02-07' }),
    ],
  },
  {
    what: 'a mapping that was to be done and was not',
    code: 'MAPPING_MISSING',
    lacking: [application, fact.assignment()],
    mended: [application, fact.assignment(), fact.completion()],
  },
  {
    what: 'a decision without a mapping where the municipality maps',
    code: 'MAPPING_MISSING',
    lacking: decided,
    mended: [...decided, fact.completion({ assignmentId: undefined })],
    where: ['MAPPING_WANTED'],
  },
  {
    what: 'a plan that is not among the documents',
    code: 'PLAN_NOT_ATTACHED',
    lacking: sent,
    mended: [
      ...sent,
      fact.amendment(),
      fact.notification({ dispatchId: 'dispatch-2', notifiedOn: '2026-02-27' }),
    ],
    where: ['PLAN_UNFILED'],
  },
];

describe('what the county governor would miss', () => {
  it.each(cases)('is $what ($code)', ({ code, lacking, where = [], today = '2026-03-10' }) => {
    expect(codesOf(told(lacking, today, where).lacking)).toContain(code);
  });

  it.each(cases)(
    'is no more $what ($code), once it is mended',
    ({ code, mended, where = [], today = '2026-03-10' }) => {
      expect(codesOf(told(mended, today, where).lacking)).not.toContain(code);
    },
  );

  it.each(cases.filter(({ where }) => where !== undefined))(
    'is not $what ($code) where that is not so outside the case',
    ({ code, lacking, today = '2026-03-10' }) => {
      const { lacking: found, toCome } = told(lacking, today);
      expect(codesOf([...found, ...toCome])).not.toContain(code);
    },
  );

  it('is shown by each check', () => {
    expect(new Set(cases.map(({ code }) => code))).toEqual(new Set(gapCodes.codes));
    expect(new Set(checks.map(({ code }) => code))).toEqual(new Set(gapCodes.codes));
    expect(checks).toHaveLength(gapCodes.codes.length);
  });

  it('is told from the first day as what is to come, before anything is missed', () => {
    const { lacking, toCome } = told([application], '2026-02-03', ['ADULT', 'BOARD_DECIDES']);
    expect(lacking).toEqual([]);
    expect(codesOf(toCome)).toEqual([
      'ANSWER_MISSING',
      'LATE_WITHOUT_REPLY',
      'CRITERION_WITHOUT_REASON',
      'RECOMMENDATION_MISSING',
    ]);
  });

  it('is missed from the day after the last one, with nothing recorded in between', () => {
    const on = (today: string) => codesOf(told([application], today).lacking);
    expect(on('2026-03-03')).toEqual([]);
    expect(on('2026-03-04')).toEqual(['ANSWER_MISSING', 'LATE_WITHOUT_REPLY']);
  });

  it('is no condition of its own of a child coordinator that was answered on the ordinary ones', () => {
    const gaps = gapsAfter(childCoordinator(longTerm, coordinated)).map(({ code }) => code);
    expect(gaps).not.toContain('CRITERION_WITHOUT_REASON');
  });

  it('is nothing in a case that was answered, told and mended', () => {
    const { lacking, toCome } = told(complete, '2026-03-10', ['ADULT']);
    expect([...lacking, ...toCome]).toEqual([]);
  });

  it.each([
    ['was withdrawn in time', [application, fact.withdrawal()]],
    ['the person did not want', [fact.need({ subjectWishes: 'NO' })]],
    ['ended with the need', [application, fact.closing({ reasonCode: 'DECEASED' })]],
  ])('is nothing in a case that %s', (_, facts) => {
    const { lacking, toCome } = told(facts as readonly Fact[], '2026-06-01', [
      'ADULT',
      'CHILD',
      'MAPPING_WANTED',
    ]);
    expect([...lacking, ...toCome]).toEqual([]);
  });

  it('is a case that was closed too late without a word', () => {
    const late = [application, fact.closing({ closedOn: '2026-03-10', reasonCode: 'DECEASED' })];
    expect(codesOf(told(late as readonly Fact[], '2026-06-01').lacking)).toEqual(['LATE_WITHOUT_REPLY']);
  });

  it.each(cases)('is said of $what in both languages, with the day', ({ code, lacking, where = [] }) => {
    const gap = gapsAfter(lacking).find((one) => one.code === code);
    expect(gap?.where === undefined || where.includes(gap.where)).toBe(true);
    for (const today of ['2020-01-01', '2030-01-01']) {
      for (const sentence of gapSentences({ code, from: gap?.from }, today, (day) => `den ${day}`)) {
        expect(sentence).toMatch(/^[A-ZÆØÅ].{20,}\.$/);
        expect(sentence).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  it('is told of a case whose year was mistyped as well', () => {
    expect(codesOf(told([fact.application({ receivedOn: '1926-02-03' })], '2026-03-01').lacking)).toContain(
      'LATE_WITHOUT_REPLY',
    );
  });
});
