import { plusDays } from '#deadlines';
import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { annulled, corrected, decided, fact, intent } from '../example-case.testing.js';

const { given, rows } = specOf(caseDecider);
const { keepDeadlines } = intent;

const application = fact.application();
const prelim = { deadlineId: 'case-1.1', rule: 'PRELIM_REPLY', dueOn: '2026-03-03' } as const;
const target = (receivedOn: string) => (receivedOn === '2026-02-03' ? '2026-02-24' : '2026-03-03');
const aimed = fact.deadline({
  deadlineId: 'case-1.2',
  rule: 'DECISION_TIME',
  inputs: [
    { input: 'RECEIVED', on: '2026-02-03' },
    { input: 'TARGET', count: 21, unit: 'D' },
  ],
  nominalOn: '2026-02-24',
  dueOn: '2026-02-24',
});
const ofAim = { deadlineId: 'case-1.2', rule: 'DECISION_TIME', dueOn: '2026-02-24' } as const;
const system = { role: 'SYSTEM' };
/** Of no day on which the answer comes. */
const unpromised = fact.preliminaryReply({ expectedOn: undefined });

describe('the deadlines of a case', () =>
  rows(keepDeadlines, [
    ['are set from what was recorded', [application], {}, [fact.deadline()]],
    [
      'are set by the municipality’s own target too',
      [application],
      { target },
      [fact.deadline(), aimed, missedAim()],
    ],
    [
      'have not passed before a day begins',
      [application],
      { target, dayBegins: false },
      [fact.deadline(), aimed],
    ],
    ['are none of a case that is not there', [], {}, []],
    ['are noted once', [application, fact.deadline()], {}, []],
    [
      'are set anew where the day of receipt is corrected, with the reason (inv. 10)',
      [application, fact.deadline(), corrected('ApplicationReceived', 'e0', { receivedOn: '2026-02-10' })],
      {},
      [
        fact.deadline({
          deadlineId: 'case-1.2',
          replaces: 'case-1.1',
          reasonCode: 'RECEIVED_CORRECTED',
          inputs: [{ input: 'RECEIVED', on: '2026-02-10' }],
          nominalOn: '2026-03-10',
          dueOn: '2026-03-10',
        }),
      ],
    ],
    [
      'are set anew where the unit heard of it earlier',
      [application, fact.deadline(), fact.assistedApplication({ saidOn: '2026-01-30' })],
      {},
      [
        fact.deadline({
          deadlineId: 'case-1.2',
          replaces: 'case-1.1',
          reasonCode: 'KNOWN_EARLIER',
          inputs: [{ input: 'RECEIVED', on: '2026-01-30' }],
          nominalOn: '2026-02-28',
          dueOn: '2026-02-28',
          workBy: '2026-02-27',
        }),
        fact.deadlineMissed({ deadlineId: 'case-1.2', dueOn: '2026-02-28', missedOn: '2026-03-01' }),
      ],
    ],
    [
      'begin anew where the county governor set the decision aside',
      [...decided, fact.notification(), fact.deadline(), fact.deadlineMet(), fact.setAside()],
      { today: '2026-03-02' },
      [
        fact.deadline({
          deadlineId: 'case-1.2',
          replaces: 'case-1.1',
          reasonCode: 'SET_ASIDE',
          inputs: [{ input: 'RECEIVED', on: '2026-02-28' }],
          nominalOn: '2026-03-28',
          dueOn: '2026-03-28',
          workBy: '2026-03-27',
          setOn: '2026-03-02',
        }),
      ],
    ],
    [
      'are met by a preliminary reply, whose day binds from then on (fvl § 11 a)',
      [application, fact.deadline(), aimed, fact.preliminaryReply()],
      { target, today: '2026-02-06' },
      [
        fact.deadlineMet({ metOn: '2026-02-06' }),
        fact.deadline({
          deadlineId: 'case-1.3',
          replaces: 'case-1.2',
          reasonCode: 'PRELIMINARY_REPLY',
          rule: 'DECISION_TIME',
          inputs: [
            { input: 'RECEIVED', on: '2026-02-03' },
            { input: 'TARGET', count: 21, unit: 'D' },
            {
              input: 'PRELIMINARY_REPLY',
              on: '2026-02-06',
              until: '2026-03-20',
              reasonCode: 'AWAITING_MAPPING',
            },
          ],
          nominalOn: '2026-03-20',
          dueOn: '2026-03-20',
          setOn: '2026-02-06',
        }),
      ],
    ],
    [
      'are met by the answer, from which the term to complain runs',
      [...decided, fact.deadline(), fact.notification(), fact.delivery()],
      {},
      [
        fact.deadlineMet(),
        fact.deadline({
          deadlineId: 'case-1.2',
          rule: 'COMPLAINT_PBRL',
          items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
          inputs: [
            { input: 'DELIVERED', on: '2026-02-25' },
            { input: 'DECIDED', on: '2026-02-20' },
          ],
          nominalOn: '2026-03-25',
          dueOn: '2026-03-25',
        }),
      ],
    ],
    [
      'are lifted where nobody waits any more',
      [application, fact.deadline(), fact.withdrawal()],
      {},
      [fact.deadlineLifted()],
    ],
    [
      'stay met where the case is closed since',
      [...decided, fact.deadline(), fact.deadlineMet(), fact.closing({ reasonCode: 'OTHER' })],
      {},
      [],
    ],
    [
      'are lifted where what opened the case was recorded in error',
      [application, fact.deadline(), annulled('e0')],
      {},
      [fact.deadlineLifted({ reasonCode: 'CORRECTED' })],
    ],
    [
      'are set again where what lifted them was recorded in error',
      [application, fact.deadline(), fact.withdrawal(), fact.deadlineLifted(), annulled('e2')],
      {},
      [fact.deadline({ deadlineId: 'case-1.2', replaces: 'case-1.1', reasonCode: 'TAKEN_UP_AGAIN' })],
    ],
  ]));

function missedAim() {
  return fact.deadlineMissed({ ...ofAim, missedOn: '2026-02-25' });
}

describe('a deadline that passes', () => {
  const on = (today: string) => keepDeadlines({ today });
  it('is missed from the day after its last, once', () => {
    given(application, fact.deadline()).when(on('2026-03-03')).thenNothing();
    const missed = fact.deadlineMissed({ ...prelim, missedOn: '2026-03-04' });
    given(application, fact.deadline()).when(on('2026-03-04')).then(missed);
    given(application, fact.deadline()).when(on('2026-03-11')).then(missed);
    given(application, fact.deadline(), missed).when(on('2026-03-12')).thenNothing();
  });

  it('is told to be done late, once it is done', () => {
    const missed = fact.deadlineMissed({ ...prelim, missedOn: '2026-03-04' });
    given(
      application,
      fact.deadline(),
      missed,
      fact.preliminaryReply({ sentOn: '2026-03-05', expectedOn: undefined }),
    )
      .when(on('2026-03-05'))
      .then(fact.deadlineMet({ late: true, metOn: '2026-03-05' }));
  });

  it('is not missed after all where it was done in time and typed in later: the note is taken back by the system', () => {
    const missed = fact.deadlineMissed({ ...prelim, missedOn: '2026-03-04' });
    const [back, met, ...others] = given(application, fact.deadline(), { ...missed, ...system }, unpromised)
      .when(on('2026-03-05'))
      .facts();
    expect(back).toMatchObject({
      type: 'RecordedInErrorMarked',
      data: { corrects: 'e2', reasonCode: 'OTHER' },
    });
    expect(met).toEqual(fact.deadlineMet({ metOn: '2026-02-06' }));
    expect(others).toEqual([]);
  });

  it('is said to be met on another day where that is corrected, and not at all where it is recorded in error', () => {
    const told = [application, fact.deadline(), unpromised, fact.deadlineMet({ metOn: '2026-02-06' })];
    const typesOf = (facts: readonly { readonly type: string }[]) => facts.map(({ type }) => type);
    const moved = given(...told, corrected('PreliminaryReplySent', 'e2', { sentOn: '2026-02-09' }))
      .when(on('2026-03-02'))
      .facts();
    expect(typesOf(moved)).toEqual(['RecordedInErrorMarked', 'DeadlineMet']);
    const gone = given(...told, annulled('e2'))
      .when(on('2026-03-02'))
      .facts();
    expect(typesOf(gone)).toEqual(['RecordedInErrorMarked']);
  });

  it('is not missed by who may complain, but runs out', () => {
    const complaint = fact.deadline({
      deadlineId: 'case-1.2',
      rule: 'COMPLAINT_PBRL',
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
      inputs: [
        { input: 'DELIVERED', on: '2026-02-25' },
        { input: 'DECIDED', on: '2026-02-20' },
      ],
      nominalOn: '2026-03-25',
      dueOn: '2026-03-25',
    });
    const told = [
      ...decided,
      fact.deadline(),
      fact.notification(),
      fact.delivery(),
      fact.deadlineMet(),
      complaint,
    ];
    given(...told)
      .when(on('2026-03-25'))
      .thenNothing();
    given(...told)
      .when(on('2026-03-26'))
      .then(fact.deadlineExpired({ deadlineId: 'case-1.2', dueOn: '2026-03-25', expiredOn: '2026-03-26' }));
  });
});

describe('what the system notes of deadlines', () => {
  it.each([
    ['corrected', intent.correct('e1', { dueOn: '2026-04-01' })],
    ['marked as recorded in error', intent.annul('e1')],
  ])('is not %s by anybody', (_, wish) =>
    given(application, fact.deadline()).when(wish).thenRejected('casework/not-correctable'),
  );

  it('stands in the way of no correction or annulment', () => {
    given(application, fact.deadline())
      .when(intent.correct('e0', { receivedOn: '2026-02-02' }))
      .facts();
    given(application, fact.deadline(), fact.deadlineMissed()).when(intent.annul('e0')).facts();
  });
});

describe('the term to complain of an answer that came', () => {
  it.each([
    ['on a Sunday that is 17 May', '2026-04-19', '2026-05-18'],
    ['on Maundy Thursday', '2026-03-05', '2026-04-07'],
    ['on Christmas Day before a weekend', '2026-11-27', '2026-12-28'],
    ['on Christmas Eve, which is a working day', '2026-11-26', '2026-12-24'],
    ['on a leap day', '2028-02-01', '2028-02-29'],
    ['on the Sunday when clocks go forward', '2026-03-01', '2026-03-30'],
    ['on the Sunday when they go back', '2026-09-27', '2026-10-26'],
  ])('four weeks before it would end %s runs out once, the day after its last', (_, came, last) => {
    const after = plusDays(last, 1);
    const told = [...decided, fact.notification(), fact.delivery({ deliveredOn: came })];
    const facts = given(...told)
      .when(keepDeadlines({ today: after }))
      .facts()
      .filter(({ data }) => 'rule' in data && data.rule === 'COMPLAINT_PBRL');
    expect(facts).toMatchObject([
      { type: 'DeadlineSet', data: { dueOn: last } },
      { type: 'DeadlineExpired', data: { dueOn: last, expiredOn: after } },
    ]);
    const onTheLast = given(...told)
      .when(keepDeadlines({ today: last }))
      .facts();
    expect(onTheLast.map(({ type }) => type)).not.toContain('DeadlineExpired');
  });
});
