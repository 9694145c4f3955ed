import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from './decide.js';
import { answers, aure, bothMet, decided, fact, intent, prepared } from './example-case.testing.js';

const { given, stateAfter } = specOf(caseDecider);

describe('opening a case', () => {
  it('with a need is recorded (U10)', () => given().when(intent.notifyNeed()).then(fact.need()));

  it('with an application is recorded', () => given().when(intent.receive()).then(fact.application()));

  it('takes an application without signature, in whatever form it came (S7, U11)', () =>
    given()
      .when(intent.receive({ signed: false, written: false, channel: 'PHONE' }))
      .then(fact.application({ signed: false, written: false, channel: 'PHONE' })));

  it.each([
    ['nobody by that id is registered', 'UNKNOWN', 'casework/no-such-subject'],
    ['the personal data were disposed of', 'DISPOSED', 'casework/subject-disposed'],
  ] as const)('is refused when %s', (_, subject, code) => {
    given().when(intent.receive({ subject })).thenRejected(code);
    given().when(intent.notifyNeed({ subject })).thenRejected(code);
  });

  it('is refused in a case that is there already', () => {
    given(fact.need()).when(intent.notifyNeed()).thenRejected('casework/case-already-open');
    given(fact.need()).when(intent.receive()).thenRejected('casework/case-already-open');
    given(fact.application()).when(intent.notifyNeed()).thenRejected('casework/case-already-open');
  });

  it('may be on the very day on which it is recorded', () =>
    given()
      .when(intent.receive({ receivedOn: '2026-03-02' }))
      .then(fact.application({ receivedOn: '2026-03-02' })));

  it('is refused for a day that has not come', () => {
    given()
      .when(intent.receive({ receivedOn: '2026-03-03' }))
      .thenRejected('casework/date-ahead');
    given()
      .when(intent.notifyNeed({ notifiedOn: '2026-03-03' }))
      .thenRejected('casework/date-ahead');
    given()
      .when(intent.notifyNeed({ informedOn: '2026-03-03' }))
      .thenRejected('casework/date-ahead');
  });

  it('is refused for a year that cannot be', () =>
    given()
      .when(intent.receive({ receivedOn: '0026-02-03' }))
      .thenRejected('casework/date-too-early'));
});

describe('the items of an application', () => {
  it('are at least one', () =>
    given()
      .when(intent.receive({ items: [] }))
      .thenRejected('casework/no-items'));

  it('are named once each', () =>
    given()
      .when(intent.receive({ items: ['GROUP', 'GROUP'] }))
      .thenRejected('casework/item-twice'));

  it('are among those that the municipality offers, where the law gives no right', () =>
    given()
      .when(intent.receive({ items: ['GROUP'], profile: { ...aure, items: ['INDIVIDUAL_PLAN'] } }))
      .thenRejected('casework/item-not-offered'));

  it.each(['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR'] as const)(
    'may be %s in any municipality: a profile takes no right away',
    (item) =>
      given()
        .when(intent.receive({ items: [item], profile: { ...aure, items: ['GROUP'] } }))
        .then(fact.application({ items: [item] })),
  );

  it('cannot be known to be offered before a profile is adopted', () =>
    given()
      .when(intent.receive({ profile: undefined }))
      .thenRejected('casework/no-profile'));
});

describe('an application that joins a case', () => {
  it('keeps its own received date', () =>
    given(fact.need({ notifiedOn: '2026-01-05' }))
      .when(intent.receive({ joins: true, receivedOn: '2026-02-25' }))
      .then(fact.application({ receivedOn: '2026-02-25' })));

  it('is received although the person had declined the need', () =>
    given(fact.need({ subjectWishes: 'NO' }))
      .when(intent.receive({ joins: true }))
      .then(fact.application()));

  it('leaves the open mapping of the need open', () =>
    given(fact.need(), fact.assignment(), fact.application())
      .when(intent.complete())
      .then(fact.completion()));

  it('is refused where there is no case', () =>
    given()
      .when(intent.receive({ joins: true }))
      .thenRejected('casework/no-such-case'));

  it.each([
    ['received', [fact.application()]],
    ['withdrawn', [fact.application(), fact.withdrawal()]],
    ['decided', decided],
  ])('is refused where one was %s', (_, facts) =>
    given(...facts)
      .when(intent.receive({ joins: true }))
      .thenRejected('casework/application-already-received'),
  );
});

describe('completing an application', () => {
  const signed = fact.application({ signed: true });

  it('is recorded when its signature comes, also after the decision', () => {
    given(fact.application()).when(intent.completeApplication()).then(fact.applicationCompletion());
    given(...decided, fact.notification())
      .when(intent.completeApplication({ completedOn: '2026-02-25' }))
      .then(fact.applicationCompletion({ completedOn: '2026-02-25' }));
  });

  it.each([
    ['without a case', [], {}, 'no-such-case'],
    ['without an application', [fact.need()], {}, 'no-application'],
    ['after the withdrawal', [fact.application(), fact.withdrawal()], {}, 'withdrawn'],
    ['that lacks nothing', [signed], {}, 'nothing-missing'],
    ['twice', [fact.application(), fact.applicationCompletion()], {}, 'nothing-missing'],
    ['with nothing', [fact.application()], { what: [] }, 'nothing-missing'],
    ['before it was received', [fact.application()], { completedOn: '2026-02-02' }, 'date-order'],
    ['for a day that has not come', [fact.application()], { completedOn: '2026-03-03' }, 'date-ahead'],
  ])('%s is refused', (_, facts, differs, rule) =>
    given(...facts)
      .when(intent.completeApplication(differs))
      .thenRejected(`casework/${rule}`),
  );
});

describe('a mapping', () => {
  it('is assigned on a reported need, before any application (U14)', () =>
    given(fact.need()).when(intent.assign()).then(fact.assignment()));

  it('is assigned after the application', () =>
    given(fact.application()).when(intent.assign()).then(fact.assignment()));

  it('is assigned anew when somebody else takes over', () =>
    given(fact.need(), fact.assignment())
      .when(intent.assign({ assignmentId: 'assignment-2', assigneeId: 'party-3' }))
      .then(fact.assignment({ assignmentId: 'assignment-2', assigneeId: 'party-3' })));

  it('is assigned again once the earlier one is done', () =>
    given(fact.need(), fact.assignment(), fact.completion())
      .when(intent.assign({ assignmentId: 'assignment-2' }))
      .then(fact.assignment({ assignmentId: 'assignment-2' })));

  it('is not assigned twice to the same person with the same due date', () =>
    given(fact.need(), fact.assignment())
      .when(intent.assign({ assignmentId: 'assignment-2' }))
      .thenRejected('casework/mapping-already-assigned'));

  it('is assigned to the same person anew with another due date', () =>
    given(fact.need(), fact.assignment())
      .when(intent.assign({ assignmentId: 'assignment-2', dueOn: '2026-03-01' }))
      .then(fact.assignment({ assignmentId: 'assignment-2', dueOn: '2026-03-01' })));

  it('is due no earlier than it is assigned', () =>
    given(fact.need())
      .when(intent.assign({ dueOn: '2026-02-03' }))
      .thenRejected('casework/date-order'));

  it('may be due in the future', () =>
    given(fact.need())
      .when(intent.assign({ dueOn: '2026-05-01' }))
      .then(fact.assignment({ dueOn: '2026-05-01' })));

  it('is completed by the one who was asked', () =>
    given(fact.need(), fact.assignment()).when(intent.complete()).then(fact.completion()));

  it('is completed without assignment by competent staff, before the application arrived (U13)', () =>
    given(fact.application({ receivedOn: '2026-02-28' }))
      .when(intent.complete({ assignmentId: undefined }))
      .then(fact.completion({ assignmentId: undefined })));

  it('is completed by the one who was asked also after somebody unasked did one', () =>
    given(fact.need(), fact.assignment(), fact.completion({ assignmentId: undefined }))
      .when(intent.complete())
      .then(fact.completion()));

  it.each([
    ['none was assigned', [fact.need()]],
    ['it is completed', [fact.need(), fact.assignment(), fact.completion()]],
    [
      'another has replaced it',
      [fact.need(), fact.assignment(), fact.assignment({ assignmentId: 'assignment-2' })],
    ],
  ])('is not completed when %s', (_, facts) =>
    given(...facts)
      .when(intent.complete())
      .thenRejected('casework/assignment-not-open'),
  );

  it('is completed no earlier than it was assigned', () =>
    given(fact.need(), fact.assignment())
      .when(intent.complete({ completedOn: '2026-02-03' }))
      .thenRejected('casework/date-order'));
});

describe('the day of a mapping', () => {
  const need = fact.need({ notifiedOn: '2026-02-01' });
  const assigning = (assignedOn: string) => intent.assign({ assignedOn, dueOn: undefined });
  const unasked = (completedOn: string) => intent.complete({ assignmentId: undefined, completedOn });

  it('is not before the need was told, when it is assigned as when it is done unasked', () => {
    for (const told of [assigning('2026-01-31'), unasked('2026-01-31')]) {
      given(need).when(told).thenRejected('casework/date-order');
    }
    given(need)
      .when(assigning('2026-02-01'))
      .then(fact.assignment({ assignedOn: '2026-02-01', dueOn: undefined }));
    given(need)
      .when(unasked('2026-02-01'))
      .then(fact.completion({ assignmentId: undefined, completedOn: '2026-02-01' }));
  });

  it('is not before the application was received, when somebody is asked to do it', () => {
    given(fact.application()).when(assigning('2026-02-02')).thenRejected('casework/date-order');
    given(need, fact.application())
      .when(assigning('2026-02-02'))
      .then(fact.assignment({ assignedOn: '2026-02-02', dueOn: undefined }));
    given(need, fact.application({ receivedOn: '2026-01-20' }))
      .when(assigning('2026-01-21'))
      .then(fact.assignment({ assignedOn: '2026-01-21', dueOn: undefined }));
  });

  it('may be typed in after the decision, and is not after it', () => {
    for (const closed of [decided, [...decided, fact.notification()]]) {
      given(...closed)
        .when(unasked('2026-02-20'))
        .then(fact.completion({ assignmentId: undefined, completedOn: '2026-02-20' }));
      given(...closed)
        .when(unasked('2026-02-21'))
        .thenRejected('casework/already-decided');
      given(...closed)
        .when(assigning('2026-02-20'))
        .then(fact.assignment({ assignedOn: '2026-02-20', dueOn: undefined }));
      given(...closed)
        .when(assigning('2026-02-21'))
        .thenRejected('casework/already-decided');
    }
  });

  it('is spoken of only where a mapping is refused', () => {
    const hint = 'What was mapped until that day can still be recorded.';
    const mapping = given(...decided).when(unasked('2026-02-21'));
    expect(() => mapping.facts()).toThrow(`This case has been decided. ${hint}`);
    const meeting = given(...decided).when(intent.convene({ meetingId: 'meeting-2' }));
    expect(() => meeting.facts()).toThrow(/^This case has been decided\.$/);
    const signature = given(fact.application(), fact.withdrawal()).when(intent.completeApplication());
    expect(() => signature.facts()).toThrow(/^The application in this case has been withdrawn\.$/);
  });

  it('may be typed in after the withdrawal, and is not after it', () => {
    const withdrawn = [fact.application(), fact.assignment(), fact.withdrawal({ withdrawnOn: '2026-02-10' })];
    given(...withdrawn)
      .when(intent.complete({ completedOn: '2026-02-10' }))
      .then(fact.completion({ completedOn: '2026-02-10' }));
    given(...withdrawn)
      .when(intent.complete({ completedOn: '2026-02-11' }))
      .thenRejected('casework/withdrawn');
  });
});

describe.each([
  ['assigning a mapping', intent.assign({ assignedOn: '2026-02-26', dueOn: undefined })],
  ['completing a mapping', intent.complete({ assignmentId: undefined, completedOn: '2026-02-26' })],
  ['convening a meeting', intent.convene({ meetingId: 'meeting-2' })],
])('%s', (_, preparing) => {
  it('is refused where there is no case', () =>
    given().when(preparing).thenRejected('casework/no-such-case'));

  it('is refused when the person does not want the need followed up (U6)', () =>
    given(fact.need({ subjectWishes: 'NO' }))
      .when(preparing)
      .thenRejected('casework/need-declined'));

  it('is refused after the withdrawal', () =>
    given(fact.application(), fact.withdrawal()).when(preparing).thenRejected('casework/withdrawn'));

  it('is refused after the decision', () => {
    given(...decided)
      .when(preparing)
      .thenRejected('casework/already-decided');
    given(...decided, fact.notification())
      .when(preparing)
      .thenRejected('casework/already-decided');
  });
});

describe('a step of a mapping', () => {
  it('names somebody whom the municipality has registered', () => {
    given(fact.need())
      .when(intent.assign({ partyIsKnown: false }))
      .thenRejected('casework/unknown-party');
    given(fact.need())
      .when(intent.complete({ partyIsKnown: false }))
      .thenRejected('casework/unknown-party');
  });
});

describe('a person who was disposed of', () => {
  const subject = 'DISPOSED' as const;
  it.each([
    ['completing the application', [fact.application()], intent.completeApplication({ subject })],
    ['assigning a mapping', [fact.application()], intent.assign({ subject })],
    ['completing a mapping', [fact.application()], intent.complete({ subject })],
    ['convening a meeting', [fact.application()], intent.convene({ subject })],
    ['deciding', prepared, intent.decide({ subject })],
    ['notifying', decided, intent.notify({ subject })],
    ['withdrawing', [fact.application()], intent.withdraw({ subject })],
    ['correcting', decided, intent.correct('e0', { signed: true }, { subject })],
    ['annulling', decided, intent.annul('e4', { subject })],
  ])('stands in the way of %s', (_, facts, told) => {
    given(...facts)
      .when(told)
      .thenRejected('casework/subject-disposed');
  });
});

describe('a KE meeting', () => {
  it('is convened for a need as for an application (U15)', () => {
    given(fact.need()).when(intent.convene()).then(fact.meeting());
    given(fact.application()).when(intent.convene()).then(fact.meeting());
  });

  it('may lie ahead', () =>
    given(fact.need())
      .when(intent.convene({ meetsOn: '2026-05-01' }))
      .then(fact.meeting({ meetsOn: '2026-05-01' })));

  it('changes nothing when it is convened for the case already', () =>
    given(...prepared)
      .when(intent.convene({ convenedOn: '2026-02-14', invitedUnits: ['HOME_CARE', 'SCHOOL'] }))
      .thenNothing());

  it.each([
    ['date', { meetsOn: '2026-02-21' }],
    ['units', { invitedUnits: ['SCHOOL'] }],
  ])('is not convened again with another %s', (_, differs) =>
    given(...prepared)
      .when(intent.convene(differs))
      .thenRejected('casework/meeting-already-convened'),
  );

  it('takes place no earlier than it is convened', () =>
    given(fact.need())
      .when(intent.convene({ meetsOn: '2026-02-12' }))
      .thenRejected('casework/date-order'));
});

describe('a decision', () => {
  it('is recorded with its criteria, in one go (A1)', () =>
    given(...prepared)
      .when(intent.decide())
      .then(...bothMet.map((assessment) => fact.criterion(assessment)), fact.decision()));

  it('may be made by any of the meetings that it was put to', () =>
    given(...prepared, fact.meeting({ meetingId: 'meeting-2', meetsOn: '2026-02-27' }))
      .when(intent.decide())
      .then(...bothMet.map((assessment) => fact.criterion(assessment)), fact.decision()));

  it('on a group alone needs no criteria', () =>
    given(fact.application({ items: ['GROUP'] }), fact.meeting())
      .when(intent.decide({ items: answers('GROUP'), criteria: [] }))
      .then(fact.decision({ items: answers('GROUP') })));

  it('on a group alone is made no earlier than the application was received', () =>
    given(fact.application({ items: ['GROUP'], receivedOn: '2026-02-25' }), fact.meeting())
      .when(intent.decide({ items: answers('GROUP'), criteria: [] }))
      .thenRejected('casework/date-order'));

  it('grants a group, which no law gives a right to, without a reason also where a criterion is not met', () => {
    const items = [
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Behovet er kortvarig.' },
      { item: 'GROUP', outcome: 'GRANTED' },
    ] as const;
    const criteria = bothMet.map((each) => ({ ...each, met: false }));
    given(fact.application({ items: ['INDIVIDUAL_PLAN', 'GROUP'] }), fact.meeting())
      .when(intent.decide({ items, criteria }))
      .then(...criteria.map((each) => fact.criterion(each)), fact.decision({ items }));
  });

  it('rests on a legal basis of its own, or of each item that the law gives a right to', () => {
    const own = [
      { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', legalBasis: 'HOL_7_1' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ] as const;
    const criteria = bothMet.map((assessment) => fact.criterion(assessment));
    given(...prepared)
      .when(intent.decide({ items: own, legalBasis: 'HOL_7_2' }))
      .then(...criteria, fact.decision({ items: own, legalBasis: 'HOL_7_2' }));
    given(...prepared)
      .when(intent.decide({ items: own, legalBasis: undefined }))
      .thenRejected('casework/legal-basis-missing');
    const each = own.map((item) => ({ ...item, legalBasis: 'HOL_7_1_7_2' }));
    given(...prepared)
      .when(intent.decide({ items: each, legalBasis: undefined }))
      .then(...criteria, fact.decision({ items: each, legalBasis: undefined }));
  });

  it('on a group needs no legal basis: it is no statutory right', () =>
    given(fact.application({ items: ['GROUP'] }), fact.meeting())
      .when(intent.decide({ items: answers('GROUP'), criteria: [], legalBasis: undefined }))
      .then(fact.decision({ items: answers('GROUP'), legalBasis: undefined })));

  it('by another body than the KE meeting needs no meeting (A12)', () =>
    given(fact.application())
      .when(
        intent.decide({
          decidedBy: 'KE',
          meetingId: undefined,
          profile: { items: ['INDIVIDUAL_PLAN', 'COORDINATOR'], deciderBody: 'KE' },
        }),
      )
      .then(
        ...bothMet.map((assessment) => fact.criterion(assessment)),
        fact.decision({ decidedBy: 'KE', meetingId: undefined }),
      ));

  it('is recorded where a criterion is not met and the reason is given', () => {
    const items = [
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Behovet er kortvarig.' },
      { item: 'COORDINATOR', outcome: 'GRANTED', reason: 'Tilbys likevel.' },
    ] as const;
    const criteria = bothMet.map((each) => ({ ...each, met: each.criterion !== 'LONG_TERM' }));
    given(...prepared)
      .when(intent.decide({ items, criteria }))
      .then(...criteria.map((each) => fact.criterion(each)), fact.decision({ items }));
  });

  it.each([
    ['without an application', [fact.need()], {}, 'no-application'],
    ['without a case', [], {}, 'no-such-case'],
    ['after the withdrawal', [...prepared, fact.withdrawal()], {}, 'withdrawn'],
    ['twice', decided, {}, 'already-decided'],
    ['that leaves an item out', prepared, { items: answers('COORDINATOR') }, 'item-not-answered'],
    [
      'on an item that nobody applied for',
      prepared,
      { items: answers('INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP') },
      'item-not-requested',
    ],
    [
      'that answers an item twice',
      prepared,
      { items: answers('INDIVIDUAL_PLAN', 'COORDINATOR', 'COORDINATOR') },
      'item-answered-twice',
    ],
    ['without criteria', prepared, { criteria: [] }, 'criterion-not-assessed'],
    ['with one criterion', prepared, { criteria: bothMet.slice(0, 1) }, 'criterion-not-assessed'],
    ['with a criterion twice', prepared, { criteria: [...bothMet, ...bothMet] }, 'criterion-twice'],
    ['by somebody else than the profile says', prepared, { decidedBy: 'KE' as const }, 'not-the-decider'],
    ['before a profile is adopted', prepared, { profile: undefined }, 'no-profile'],
    ['by a meeting that is not named', prepared, { meetingId: undefined }, 'meeting-not-named'],
    ['by a meeting not convened for the case', prepared, { meetingId: 'meeting-2' }, 'meeting-not-convened'],
    ['before the meeting', prepared, { decidedOn: '2026-02-19' }, 'date-order'],
    [
      'before the application was received',
      [fact.application({ receivedOn: '2026-02-25' }), fact.meeting()],
      {},
      'date-order',
    ],
    ['for a day that has not come', prepared, { decidedOn: '2026-03-03' }, 'date-ahead'],
    [
      'that refuses without a reason',
      prepared,
      { items: [...answers('COORDINATOR'), { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED' }] as const },
      'reason-missing',
    ],
    [
      'that grants in part without a reason',
      prepared,
      { items: [...answers('COORDINATOR'), { item: 'INDIVIDUAL_PLAN', outcome: 'PARTLY' }] as const },
      'reason-missing',
    ],
    [
      'that grants although a criterion is not met, without a reason',
      prepared,
      { criteria: bothMet.map((each) => ({ ...each, met: false })) },
      'reason-missing',
    ],
  ])('%s is refused', (_, facts, differs, rule) =>
    given(...facts)
      .when(intent.decide(differs))
      .thenRejected(`casework/${rule}`),
  );

  it('keeps the received date as it was', () => {
    const state = stateAfter(...decided, fact.notification());
    expect(state).toMatchObject({ status: 'notified', receivedOn: '2026-02-03' });
  });
});

describe('notifying a decision', () => {
  it('is recorded, with how the written answer went out (U12)', () =>
    given(...decided)
      .when(intent.notify())
      .then(fact.notification()));

  it.each(['GUARDIAN', 'REPRESENTATIVE'] as const)('to a %s alone is recorded', (recipient) =>
    given(...decided)
      .when(intent.notify({ recipients: [recipient] }))
      .then(fact.notification({ recipients: [recipient] })),
  );

  it.each([
    ['before there is a decision', prepared, {}, 'not-decided'],
    ['without a case', [], {}, 'no-such-case'],
    ['twice', [...decided, fact.notification()], {}, 'already-notified'],
    ['before the decision', decided, { notifiedOn: '2026-02-19' }, 'date-order'],
    ['for a day that has not come', decided, { notifiedOn: '2026-03-03' }, 'date-ahead'],
    ['by telephone', decided, { channel: 'PHONE' as const }, 'answer-not-written'],
    ['to the coordinator alone', decided, { recipients: ['COORDINATOR'] as const }, 'applicant-not-notified'],
    ['to nobody', decided, { recipients: [] }, 'applicant-not-notified'],
    [
      'to the same recipient twice',
      decided,
      { recipients: ['SUBJECT', 'SUBJECT'] as const },
      'recipient-twice',
    ],
  ])('%s is refused', (_, facts, differs, rule) =>
    given(...facts)
      .when(intent.notify(differs))
      .thenRejected(`casework/${rule}`),
  );
});

describe('withdrawing an application', () => {
  it('is recorded', () => given(fact.application()).when(intent.withdraw()).then(fact.withdrawal()));

  it.each([
    ['without an application', [fact.need()], {}, 'no-application'],
    ['without a case', [], {}, 'no-such-case'],
    ['twice', [fact.application(), fact.withdrawal()], {}, 'withdrawn'],
    ['after the decision', decided, {}, 'already-decided'],
    ['before it was received', [fact.application()], { withdrawnOn: '2026-02-02' }, 'date-order'],
    ['for a day that has not come', [fact.application()], { withdrawnOn: '2026-03-03' }, 'date-ahead'],
  ])('%s is refused', (_, facts, differs, rule) =>
    given(...facts)
      .when(intent.withdraw(differs))
      .thenRejected(`casework/${rule}`),
  );
});
