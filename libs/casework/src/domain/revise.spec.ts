import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from './decide.js';
import {
  annulled,
  answers,
  aure,
  bothMet,
  corrected,
  decided,
  fact,
  intent,
  ofCommand,
  prepared,
} from './example-case.testing.js';

const { given, stateAfter } = specOf(caseDecider);
const named = <F>(id: string, told: F) => ({ ...told, id });

const appointment = {
  eventId: 'a1',
  type: 'CoordinatorAppointed',
  stream: 'coordination-1576.subject-1',
  needs: 'ANYTHING',
  begins: '2026-02-25',
} as const;
const plan = {
  eventId: 'p1',
  type: 'PlanStarted',
  stream: 'coordination-1576.subject-1',
  needs: 'INDIVIDUAL_PLAN',
  begins: '2026-02-26',
} as const;
const member = {
  eventId: 'm1',
  type: 'MemberJoinedGroup',
  stream: 'coordination-1576.subject-1',
  needs: 'GROUP',
  begins: '2026-02-27',
} as const;

describe('correcting an event', () => {
  it('records the right received date, which the case has from then on', () => {
    given(...prepared)
      .when(intent.correct('e0', { receivedOn: '2026-01-30' }))
      .then(corrected('ApplicationReceived', 'e0', { receivedOn: '2026-01-30' }));
    expect(
      stateAfter(...prepared, corrected('ApplicationReceived', 'e0', { receivedOn: '2026-01-30' })),
    ).toMatchObject({ receivedOn: '2026-01-30' });
  });

  it('of a received date to a day after the decision is refused, naming what stands in the way', () =>
    given(...decided)
      .when(intent.correct('e0', { receivedOn: '2026-02-21' }))
      .thenRejected('casework/rests-on', ['e2', 'e3', 'e4']));

  it('to a day that has not come is refused', () =>
    given(fact.application())
      .when(intent.correct('e0', { receivedOn: '2026-03-03' }))
      .thenRejected('casework/date-ahead'));

  it('of the items is recorded before the decision and refused after it', () => {
    given(...prepared)
      .when(intent.correct('e0', { items: ['GROUP'] }))
      .then(corrected('ApplicationReceived', 'e0', { items: ['GROUP'] }));
    given(...decided)
      .when(intent.correct('e0', { items: ['GROUP'] }))
      .thenRejected('casework/rests-on', ['e4']);
  });

  it('of the items to one that is not offered is refused, unless it stood there', () => {
    const profile = { ...aure, items: ['INDIVIDUAL_PLAN'] } as const;
    given(...prepared)
      .when(intent.correct('e0', { items: ['GROUP'] }, { profile }))
      .thenRejected('casework/item-not-offered');
    given(fact.application({ items: ['GROUP'] }))
      .when(intent.correct('e0', { items: ['CHILD_COORDINATOR', 'GROUP'] }, { profile }))
      .then(corrected('ApplicationReceived', 'e0', { items: ['CHILD_COORDINATOR', 'GROUP'] }));
  });

  it('of the decider to somebody else than the profile says is refused (A8)', () =>
    given(...decided)
      .when(intent.correct('e4', { decidedBy: 'BOARD' }))
      .thenRejected('casework/not-the-decider'));

  it('of a decision is recorded although somebody else decides by the profile of today', () =>
    given(...decided)
      .when(
        intent.correct(
          'e4',
          { decidedBy: 'KE_MEETING', legalBasis: 'HOL_7_2' },
          { profile: { ...aure, deciderBody: 'KE' } },
        ),
      )
      .then(corrected('DecisionMade', 'e4', { decidedBy: 'KE_MEETING', legalBasis: 'HOL_7_2' })));

  it('passes over a step that could not have been taken before either', () =>
    given(fact.application(), fact.decision())
      .when(intent.correct('e0', { signed: true }))
      .then(corrected('ApplicationReceived', 'e0', { signed: true })));

  it('of the meeting’s date to a day after the decision is refused', () =>
    given(...decided)
      .when(intent.correct('e1', { meetsOn: '2026-02-22' }))
      .thenRejected('casework/rests-on', ['e4']));

  it('of a decision to one that could not have been made is refused with that rule', () =>
    given(...decided)
      .when(intent.correct('e4', { items: answers('COORDINATOR') }))
      .thenRejected('casework/item-not-answered'));

  it('of a decision after its notification to a day after that is refused', () =>
    given(...decided, fact.notification())
      .when(intent.correct('e4', { decidedOn: '2026-02-24' }))
      .thenRejected('casework/rests-on', ['e5']));

  it('of a need to one that the person declined is refused once a mapping was assigned on it', () =>
    given(fact.need(), fact.assignment())
      .when(intent.correct('e0', { subjectWishes: 'NO' }))
      .thenRejected('casework/rests-on', ['e1']));

  it('of a criterion to not met is refused once an item was granted on it without a reason', () =>
    given(...decided)
      .when(intent.correct('e2', { met: false }))
      .thenRejected('casework/rests-on', ['e4']));

  it('changes nothing when the values stand there already', () =>
    given(...prepared)
      .when(intent.correct('e0', { receivedOn: '2026-02-03', signed: false }))
      .thenNothing());

  it('is recorded whole when one value of several stands there already', () => {
    const changed = { receivedOn: '2026-02-03', signed: true };
    given(...prepared)
      .when(intent.correct('e0', changed))
      .then(corrected('ApplicationReceived', 'e0', changed));
  });

  it('back to the first value is recorded after a correction', () =>
    given(fact.application(), corrected('ApplicationReceived', 'e0', { receivedOn: '2026-01-30' }))
      .when(intent.correct('e0', { receivedOn: '2026-02-03' }))
      .then(corrected('ApplicationReceived', 'e0', { receivedOn: '2026-02-03' })));

  it('of a sealed text is always recorded, since nobody can compare it', () =>
    given(fact.application({ wish: 'Ønsker fast koordinator.' }))
      .when(intent.correct('e0', { wish: 'Ønsker fast koordinator.' }))
      .then(corrected('ApplicationReceived', 'e0', { wish: 'Ønsker fast koordinator.' })));

  it.each([
    ['no field', {}, 'changed'],
    ['the person', { subjectId: 'subject-2' }, 'changed.subjectId'],
    ['a field of another event', { decidedOn: '2026-02-20' }, 'changed.decidedOn'],
    ['a list to a word', { items: 'GROUP' }, 'changed.items'],
    ['a code to none of its codes', { channel: 'PIGEON' }, 'changed.channel'],
    ['a date to a text', { receivedOn: 'yesterday' }, 'changed.receivedOn'],
    ['a date to none of the calendar', { receivedOn: '2026-02-30' }, 'changed.receivedOn'],
    ['a yes or no to a number', { signed: 1 }, 'changed.signed'],
    ['what an application must have to nothing', { channel: null }, 'changed.channel'],
  ])('of %s is refused', (_, changed, path) => {
    const outcome = given(fact.application()).when(intent.correct('e0', changed));
    expect(() => outcome.facts()).toThrow(`cannot be recorded: ${path} `);
  });

  it('of a decision’s items with a part missing is refused', () => {
    const outcome = given(...decided).when(intent.correct('e4', { items: [{ item: 'COORDINATOR' }] }));
    expect(() => outcome.facts()).toThrow('changed.items.0 lacks outcome');
  });

  it('puts right who maps and who mapped, also after the decision, if they are registered', () => {
    for (const [type, at, changed] of [
      ['MappingAssigned', 'e1', { assigneeId: 'party-8' }],
      ['MappingCompleted', 'e2', { performerId: 'party-8' }],
    ] as const) {
      const mapped = [fact.need(), fact.assignment(), fact.completion(), fact.application()];
      given(...mapped)
        .when(intent.correct(at, changed))
        .then(corrected(type, at, changed));
      given(...mapped)
        .when(intent.correct(at, changed, { partyIsKnown: false }))
        .thenRejected('casework/unknown-party');
    }
  });

  it('of the meeting that decided is judged by the meetings of the case', () => {
    const [first, second] = [fact.meeting(), fact.meeting({ meetingId: 'meeting-2', meetsOn: '2026-02-19' })];
    const met = bothMet.map((assessment) => fact.criterion(assessment));
    const made = [fact.application(), first, second, ...met];
    const by = [...made, fact.decision({ decidedBy: 'KE_MEETING', meetingId: 'meeting-1' })];
    given(...by)
      .when(intent.correct('e5', { meetingId: 'meeting-2' }))
      .then(corrected('DecisionMade', 'e5', { meetingId: 'meeting-2' }));
    given(...by)
      .when(intent.correct('e5', { meetingId: 'meeting-3' }))
      .thenRejected('casework/meeting-not-convened');
    given(...by)
      .when(intent.correct('e5', { meetingId: null }))
      .thenRejected('casework/meeting-not-named');
  });

  it('of the assignment that was completed is judged by those that were open', () => {
    const mapped = [fact.need(), fact.assignment(), fact.completion()];
    given(...mapped)
      .when(intent.correct('e2', { assignmentId: null }))
      .then(corrected('MappingCompleted', 'e2', { assignmentId: null }));
    given(...mapped)
      .when(intent.correct('e2', { assignmentId: 'assignment-2' }))
      .thenRejected('casework/assignment-not-open');
  });

  it('empties what an event may lack, once', () => {
    const due = [fact.need(), fact.assignment({ dueOn: '2026-03-20' })];
    const emptied = corrected('MappingAssigned', 'e1', { dueOn: null });
    given(...due)
      .when(intent.correct('e1', { dueOn: null }))
      .then(emptied);
    given(...due, emptied)
      .when(intent.correct('e1', { dueOn: null }))
      .thenNothing();
  });

  it('is refused for an event of no or another case, an annulled one, and a correction', () => {
    given()
      .when(intent.correct('e0', { signed: true }))
      .thenRejected('casework/no-such-case');
    given(fact.need())
      .when(intent.correct('x', { signed: true }))
      .thenRejected('casework/no-such-event');
    given(fact.need(), fact.application(), annulled('e1'))
      .when(intent.correct('e1', { signed: true }))
      .thenRejected('casework/already-annulled');
    given(fact.application(), corrected('ApplicationReceived', 'e0', { signed: true }))
      .when(intent.correct('e1', { signed: true }))
      .thenRejected('casework/not-correctable');
  });
});

const annulledAll = (...ids: readonly string[]) => ids.map(annulled);

/** The decision of `decided` with its criteria, struck out by one command: e5, e6, e7. */
const undone = ofCommand('undo', ...annulledAll('e4', 'e2', 'e3'));

/** The decision of `decided` with its criteria, moved to another day. */
const moved = (decidedOn: string) => [
  corrected('DecisionMade', 'e4', { decidedOn }),
  corrected('CriterionAssessed', 'e2', { assessedOn: decidedOn }),
  corrected('CriterionAssessed', 'e3', { assessedOn: decidedOn }),
];

describe('correcting the day of a decision', () => {
  const late = [
    ...prepared,
    ...ofCommand(
      'decide',
      ...bothMet.map((assessment) => fact.criterion(assessment, '2026-02-27')),
      fact.decision({ decidedOn: '2026-02-27' }),
    ),
  ];

  it('moves the criteria along, to an earlier day as to a later one', () => {
    given(...late)
      .when(intent.correct('e4', { decidedOn: '2026-02-20' }))
      .then(...moved('2026-02-20'));
    given(...decided)
      .when(intent.correct('e4', { decidedOn: '2026-02-27' }))
      .then(...moved('2026-02-27'));
  });

  it('leaves the criteria as they are when another field is corrected', () =>
    given(...decided)
      .when(intent.correct('e4', { decidedOn: '2026-02-20', legalBasis: 'PBRL_2_5B' }))
      .then(corrected('DecisionMade', 'e4', { decidedOn: '2026-02-20', legalBasis: 'PBRL_2_5B' })));

  it('is taken back whole, whichever of its entries is named', () => {
    const facts = [...late, ...ofCommand('move', ...moved('2026-02-20'))];
    given(...facts)
      .when(intent.annul('e5'))
      .then(...annulledAll('e5', 'e6', 'e7'));
    given(...facts)
      .when(intent.annul('e6'))
      .then(...annulledAll('e6', 'e5', 'e7'));
  });

  it('is the way to another day for its criteria, which have none of their own', () => {
    given(...decided)
      .when(intent.correct('e2', { assessedOn: '2026-02-21' }))
      .thenRejected('casework/dated-by-decision');
    given(...late, ...ofCommand('move', ...moved('2026-02-24')))
      .when(intent.correct('e2', { assessedOn: '2026-02-22' }))
      .thenRejected('casework/dated-by-decision');
    given(...decided)
      .when(intent.correct('e2', { assessedOn: '2026-02-20', reason: 'Varer livet ut.' }))
      .then(corrected('CriterionAssessed', 'e2', { assessedOn: '2026-02-20', reason: 'Varer livet ut.' }));
  });
});

describe('correcting the signature of an application', () => {
  it('is refused once the signature came later, and done by its entry then', () => {
    const completed = [fact.application(), fact.applicationCompletion()];
    given(...completed)
      .when(intent.correct('e0', { signed: true }))
      .thenRejected('casework/rests-on', ['e1']);
    given(...completed)
      .when(intent.annul('e1'))
      .then(annulled('e1'));
    expect(stateAfter(...completed, annulled('e1'))).toMatchObject({ missing: ['SIGNATURE'] });
  });
});

describe('correcting a day that a mapping follows', () => {
  it('is refused where the mapping would come before the need', () => {
    given(fact.need(), fact.assignment())
      .when(intent.correct('e0', { notifiedOn: '2026-02-05' }))
      .thenRejected('casework/rests-on', ['e1']);
    given(fact.need(), fact.application(), fact.assignment({ assignedOn: '2026-02-02' }))
      .when(intent.annul('e0'))
      .thenRejected('casework/rests-on', ['e2']);
  });

  it('is refused where a mapping typed in after the decision would come after it', () => {
    const mapped = fact.completion({ assignmentId: undefined, completedOn: '2026-02-20' });
    given(fact.application(), fact.meeting({ meetsOn: '2026-02-14' }), ...decided.slice(2), mapped)
      .when(intent.correct('e4', { decidedOn: '2026-02-19' }))
      .thenRejected('casework/rests-on', ['e5']);
  });
});

describe('correcting the day of a mapping', () => {
  const mapped = [fact.application(), fact.assignment(), fact.completion(), fact.meeting()];
  const closings = [
    ['casework/already-decided', decided.slice(2)],
    ['casework/withdrawn', [fact.withdrawal({ withdrawnOn: '2026-02-20' })]],
  ] as const;

  it.each(closings)('to one after the case was closed is %s', (code, closing) => {
    given(...mapped, ...closing)
      .when(intent.correct('e2', { completedOn: '2026-02-21' }))
      .thenRejected(code);
    given(...mapped, fact.assignment({ assignmentId: 'assignment-2' }), ...closing)
      .when(intent.correct('e4', { assignedOn: '2026-02-21', dueOn: '2026-02-28' }))
      .thenRejected(code);
    given(...mapped, ...closing)
      .when(intent.correct('e2', { completedOn: '2026-02-20' }))
      .then(corrected('MappingCompleted', 'e2', { completedOn: '2026-02-20' }));
  });

  it('is not taken back to one after the case was closed', () =>
    given(
      fact.application(),
      fact.meeting(),
      fact.completion({ assignmentId: undefined, completedOn: '2026-02-27' }),
      corrected('MappingCompleted', 'e2', { completedOn: '2026-02-12' }),
      ...decided.slice(2),
    )
      .when(intent.annul('e3'))
      .thenRejected('casework/already-decided'));

  it('is not asked for where a mapping comes back that was recorded before an earlier withdrawal', () => {
    const told = [
      fact.application({ receivedOn: '2026-02-03' }),
      fact.assignment({ assignedOn: '2026-02-04' }),
      fact.withdrawal({ withdrawnOn: '2026-02-03' }),
    ];
    given(...told, annulled('e1'))
      .when(intent.annul('e3'))
      .then(annulled('e3'));
  });

  it('is not asked for where another field of a mapping is corrected', () => {
    const late = fact.completion({ assignmentId: undefined, completedOn: '2026-02-27' });
    given(fact.application(), fact.meeting(), late, ...decided.slice(2))
      .when(intent.correct('e2', { competenceBasis: 'TRAINING' }))
      .then(corrected('MappingCompleted', 'e2', { competenceBasis: 'TRAINING' }));
  });
});

describe('correcting the outcome of an item', () => {
  const items = [
    { item: 'INDIVIDUAL_PLAN', outcome: 'PARTLY', reason: 'Behovet er kortvarig.' },
    { item: 'COORDINATOR', outcome: 'GRANTED' },
  ];

  it('is recorded until the written answer went out, and refused then, naming the notification', () => {
    given(...decided)
      .when(intent.correct('e4', { items }))
      .then(corrected('DecisionMade', 'e4', { items }));
    given(...decided, fact.notification())
      .when(intent.correct('e4', { items }))
      .thenRejected('casework/rests-on', ['e5']);
    given(...decided, fact.notification(), annulled('e5'))
      .when(intent.correct('e4', { items }))
      .then(corrected('DecisionMade', 'e4', { items }));
  });

  it('is not taken back either once it was told', () =>
    given(...decided, corrected('DecisionMade', 'e4', { items }), fact.notification())
      .when(intent.annul('e5'))
      .thenRejected('casework/rests-on', ['e6']));

  it('is not made to fit a notification that is brought back', () =>
    given(...decided, fact.notification(), annulled('e5'), corrected('DecisionMade', 'e4', { items }))
      .when(intent.annul('e6'))
      .thenRejected('casework/rests-on', ['e5']));

  it('does not keep a reason from being added to what was told', () => {
    const reasoned = answers('COORDINATOR', 'INDIVIDUAL_PLAN').map((each) => ({ ...each, reason: 'Behov.' }));
    given(...decided, fact.notification())
      .when(intent.correct('e4', { items: reasoned }))
      .then(corrected('DecisionMade', 'e4', { items: reasoned }));
  });
});

describe('annulling an event', () => {
  it('reopens the case, without the criteria, when the decision was not notified', () => {
    given(...decided)
      .when(intent.annul('e4'))
      .then(...annulledAll('e4', 'e2', 'e3'));
    expect(stateAfter(...decided, ...undone)).toMatchObject({ status: 'applied', criteria: {} });
    given(...decided, ...undone)
      .when(intent.decide({ criteria: [] }))
      .thenRejected('casework/criterion-not-assessed');
    given(...decided, ...undone)
      .when(intent.correct('e0', { receivedOn: '2026-02-20' }))
      .then(corrected('ApplicationReceived', 'e0', { receivedOn: '2026-02-20' }));
    given(...decided, ...undone)
      .when(intent.decide())
      .then(...bothMet.map((assessment) => fact.criterion(assessment)), fact.decision());
  });

  it('of a decision is refused once it was notified, and allowed when that is annulled first', () => {
    given(...decided, fact.notification())
      .when(intent.annul('e4'))
      .thenRejected('casework/rests-on', ['e5']);
    given(...decided, fact.notification(), annulled('e5'))
      .when(intent.annul('e4'))
      .then(...annulledAll('e4', 'e2', 'e3'));
  });

  it('of a criterion is refused while its decision stands, also one that needed none', () => {
    const items = answers('GROUP');
    const assessed = bothMet.map((assessment) => fact.criterion(assessment));
    given(
      fact.application({ items: ['GROUP'] }),
      fact.meeting(),
      ...ofCommand('decide', ...assessed, fact.decision({ items })),
    )
      .when(intent.annul('e2'))
      .thenRejected('casework/rests-on', ['e4']);
  });

  it.each([
    ['the application', decided, 'e0', ['e1', 'e2', 'e3', 'e4']],
    ['the meeting that decided', decided, 'e1', ['e4']],
    ['a criterion', decided, 'e2', ['e4']],
    ['an assignment that was completed', [fact.need(), fact.assignment(), fact.completion()], 'e1', ['e2']],
    [
      'the need that everything hangs on',
      [fact.need(), fact.assignment(), fact.completion(), fact.meeting()],
      'e0',
      ['e1', 'e2', 'e3'],
    ],
    ['an application that was withdrawn', [fact.application(), fact.withdrawal()], 'e0', ['e1']],
  ])('of %s is refused, naming what rests on it', (_, facts, target, resting) =>
    given(...facts)
      .when(intent.annul(target))
      .thenRejected('casework/rests-on', resting),
  );

  it.each([
    ['a need under an application', [fact.need(), fact.application()], 'e0'],
    ['an application on a need', [fact.need(), fact.assignment(), fact.application()], 'e2'],
    ['a meeting that decided nothing', [...prepared, fact.meeting({ meetingId: 'meeting-2' })], 'e2'],
    [
      'a replaced assignment',
      [fact.need(), fact.assignment(), fact.assignment({ assignmentId: 'a-2' })],
      'e1',
    ],
    ['a withdrawal', [fact.application(), fact.withdrawal()], 'e1'],
    ['a completion', [fact.need(), fact.assignment(), fact.completion()], 'e2'],
    ['the only event', [fact.application()], 'e0'],
  ])('of %s is recorded', (_, facts, target) =>
    given(...facts)
      .when(intent.annul(target))
      .then(annulled(target)),
  );

  it('leaves a case that a right application can join', () =>
    given(fact.application(), annulled('e0'))
      .when(intent.receive({ joins: true, items: ['GROUP'] }))
      .then(fact.application({ items: ['GROUP'] })));

  it('of an annulment reinstates the event, a decision with its criteria', () => {
    const back = annulledAll('e5', 'e6', 'e7');
    given(...decided, ...undone)
      .when(intent.annul('e5'))
      .then(...back);
    given(...decided, ...undone)
      .when(intent.annul('e6'))
      .then(...annulledAll('e6', 'e5', 'e7'));
    expect(stateAfter(...decided, ...undone, ...back)).toEqual(stateAfter(...decided));
  });

  it('of an annulment is refused when another decision took the place', () => {
    const again = ofCommand('again', ...bothMet.map((each) => fact.criterion(each)), fact.decision());
    given(...decided, ...undone, ...again.map((told, index) => named(`d${index}`, told)))
      .when(intent.annul('e5'))
      .thenRejected('casework/rests-on', ['d2']);
  });

  it('of an annulment is refused when the event could not stand there any more', () =>
    given(...decided, ...undone, corrected('ApplicationReceived', 'e0', { receivedOn: '2026-02-21' }))
      .when(intent.annul('e5'))
      .thenRejected('casework/date-order'));

  it('of a correction brings back the first value, where later steps allow it', () => {
    const late = fact.application({ receivedOn: '2026-02-25' });
    const correction = corrected('ApplicationReceived', 'e0', { receivedOn: '2026-02-03' });
    given(late, correction).when(intent.annul('e1')).then(annulled('e1'));
    given(late, correction, fact.withdrawal())
      .when(intent.annul('e1'))
      .thenRejected('casework/rests-on', ['e2']);
  });

  it('of an annulled correction’s annulment is refused with the rule that the corrected event would break', () =>
    given(
      ...decided.slice(0, 4),
      fact.decision({ decidedOn: '2026-02-25' }),
      corrected('DecisionMade', 'e4', { decidedOn: '2026-02-20' }),
      annulled('e5'),
      corrected('KeMeetingConvenedForCase', 'e1', { meetsOn: '2026-02-22' }),
    )
      .when(intent.annul('e6'))
      .thenRejected('casework/date-order'));

  it('is refused for what is annulled, and for an event of no or another case', () => {
    given(fact.application(), annulled('e0'))
      .when(intent.annul('e0'))
      .thenRejected('casework/already-annulled');
    given(fact.application()).when(intent.annul('x')).thenRejected('casework/no-such-event');
    given().when(intent.annul('e0')).thenRejected('casework/no-such-case');
  });
});

describe('what rests on a grant in another stream', () => {
  const restingElsewhere = [appointment, plan];

  it('refuses annulling the decision', () =>
    given(...decided)
      .when(intent.annul('e4', { restingElsewhere }))
      .thenRejected('casework/rests-on', ['a1', 'p1']));

  it('is named beside what rests on it in the case', () =>
    given(...decided, fact.notification())
      .when(intent.annul('e4', { restingElsewhere: [appointment] }))
      .thenRejected('casework/rests-on', ['e5', 'a1']));

  it('does not stand in the way of annulling what nothing was granted by', () =>
    given(...decided, fact.notification())
      .when(intent.annul('e5', { restingElsewhere }))
      .then(annulled('e5')));

  it('refuses correcting the last grant to a refusal', () => {
    const items = (['INDIVIDUAL_PLAN', 'COORDINATOR'] as const).map((item) => ({
      item,
      outcome: 'REFUSED' as const,
      reason: 'Behovet er kortvarig.',
    }));
    given(...decided)
      .when(intent.correct('e4', { items }, { restingElsewhere }))
      .thenRejected('casework/rests-on', ['a1', 'p1']);
  });

  it('refuses correcting the grant of a plan for the plan alone', () => {
    const items = [
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Ønskes ikke.' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ];
    given(...decided)
      .when(intent.correct('e4', { items }, { restingElsewhere }))
      .thenRejected('casework/rests-on', ['p1']);
    const read = [
      fact.readingRequest({ items: items as never, criteria: [], requestedOn: '2026-02-24' }),
      fact.reading({ readOn: '2026-02-25' }),
    ];
    given(...decided, ...read)
      .when(intent.correct('e4', { items }, { restingElsewhere: [appointment] }))
      .then(corrected('DecisionMade', 'e4', { items }));
  });

  it('refuses correcting the grant of a group for its members alone', () => {
    const group = [fact.application({ items: ['GROUP', 'COORDINATOR'] }), ...decided.slice(1, 4)];
    const answered = (outcome: 'GRANTED' | 'REFUSED') => [
      { item: 'GROUP' as const, outcome, reason: 'Møter i planarbeidet.' },
      { item: 'COORDINATOR' as const, outcome: 'GRANTED' as const },
    ];
    given(...group, fact.decision({ items: answered('GRANTED') }))
      .when(intent.correct('e4', { items: answered('REFUSED') }, { restingElsewhere: [appointment, member] }))
      .thenRejected('casework/rests-on', ['m1']);
  });

  it('refuses moving the decision to a day after what rests on it', () => {
    const moving = (decidedOn: string) => intent.correct('e4', { decidedOn }, { restingElsewhere });
    given(...decided)
      .when(moving('2026-02-26'))
      .thenRejected('casework/rests-on', ['a1']);
    given(...decided)
      .when(moving('2026-02-27'))
      .thenRejected('casework/rests-on', ['a1', 'p1']);
    given(...decided)
      .when(moving('2026-02-25'))
      .then(...moved('2026-02-25'));
  });

  it('is told of no decision’s annulment that rests on nothing of it', () => {
    const early = { ...appointment, begins: '2026-02-01' };
    given(...decided)
      .when(intent.annul('e4', { restingElsewhere: [early] }))
      .then(...annulledAll('e4', 'e2', 'e3'));
  });

  it('stays where a grant becomes one in part', () => {
    const items = [
      { item: 'INDIVIDUAL_PLAN', outcome: 'PARTLY', reason: 'Uten gruppe.' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ];
    given(...decided)
      .when(intent.correct('e4', { items }, { restingElsewhere }))
      .then(corrected('DecisionMade', 'e4', { items }));
  });
});
