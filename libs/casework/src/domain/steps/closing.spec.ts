import { specOf } from '#event-sourcing/testing/spec-of';
import { caseClosureReasons } from '../codes.js';
import { caseDecider } from '../decide.js';
import type { CaseFact } from '../events.js';
import { annulled, answers, corrected, decided, fact, intent, prepared } from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const closed = [...decided, fact.notification(), fact.closing()];
const refused = answers('INDIVIDUAL_PLAN', 'COORDINATOR').map((one) => ({
  ...one,
  outcome: 'REFUSED' as const,
  reason: 'Behovet varer ikke.',
}));
const amended = [...decided, fact.notification(), fact.amendment({ items: refused })];
const tellsIt = fact.notification({ dispatchId: 'dispatch-2', notifiedOn: '2026-02-27' });
const told = [...amended, tellsIt];
const noNeed = { reasonCode: 'NO_NEED', closedOn: '2026-02-28' } as const;
const closedUndecided = [...prepared, fact.closing()];

describe('closing a case', () => {
  rows(intent.close, [
    ['D1 ends a need', [fact.need()], {}, [fact.closing()]],
    ['D1 ends a need that the person declined', [fact.need({ subjectWishes: 'NO' })], {}, [fact.closing()]],
    ['D1 ends an application', prepared, {}, [fact.closing()]],
    ['D1 ends what was withdrawn', [fact.application(), fact.withdrawal()], {}, [fact.closing()]],
    ['D1 ends what is decided', decided, {}, [fact.closing()]],
    ['D1 ends what was notified', [...decided, fact.notification()], {}, [fact.closing()]],
    [
      'D1 ends it again after it was reopened',
      [...closed, fact.reopening()],
      { closedOn: '2026-03-01' },
      [fact.closing({ closedOn: '2026-03-01' })],
    ],
    ['is recorded once', closed, {}, 'case-closed'],
    ['is recorded once, for whatever day', closed, { closedOn: '2026-02-24' }, 'case-closed'],
    ['is not before the last that happened', decided, { closedOn: '2026-02-19' }, 'date-order'],
    [
      'is not before it was reopened',
      [...closed, fact.reopening()],
      { closedOn: '2026-02-26' },
      'date-order',
    ],
    ['does not lie ahead of today', decided, { closedOn: '2026-03-03' }, 'date-ahead'],
    ['needs a case', [], {}, 'no-such-case'],
    [
      'does not end what was granted against the person’s will',
      decided,
      { reasonCode: 'NO_NEED' },
      'against-will',
    ],
    [
      'ends what was granted where the person agrees that the need has ceased',
      decided,
      { reasonCode: 'NO_NEED', personAgrees: true },
      [fact.closing({ reasonCode: 'NO_NEED', personAgrees: true })],
    ],
    ['does not end it while the amendment is not told', amended, noNeed, 'against-will'],
    ['ends it when the amendment is told', told, noNeed, [fact.closing(noNeed)]],
    [
      'does not end what the amendment leaves granted',
      [...decided, fact.amendment(), tellsIt],
      noNeed,
      'against-will',
    ],
    [
      'is of a case that never granted anything',
      [...prepared, fact.decision({ items: refused })],
      { reasonCode: 'NO_NEED' },
      [fact.closing({ reasonCode: 'NO_NEED' })],
    ],
  ]);

  it('does not end what was granted by a correction either', () => {
    for (const [before, reason] of [
      [decided, {}],
      [amended, { closedOn: '2026-02-28' }],
    ] as const) {
      const at = `e${before.length}`;
      given(...before, fact.closing(reason))
        .when(intent.correct(at, { reasonCode: 'NO_NEED' }))
        .thenRejected('casework/against-will');
      const agreed = { reasonCode: 'NO_NEED', personAgrees: true } as const;
      given(...before, fact.closing(reason))
        .when(intent.correct(at, agreed))
        .then(corrected('CaseClosed', at, agreed));
      given(...before, fact.closing({ ...reason, ...agreed }))
        .when(intent.correct(at, { personAgrees: false }))
        .thenRejected('casework/against-will');
    }
    given(...told, fact.closing({ closedOn: '2026-02-28' }))
      .when(intent.correct(`e${told.length}`, { reasonCode: 'NO_NEED' }))
      .then(corrected('CaseClosed', `e${told.length}`, { reasonCode: 'NO_NEED' }));
  });

  const stages: readonly (readonly [string, readonly CaseFact[]])[] = [
    ['a need', [fact.need({ subjectWishes: 'NOT_ASKED' })]],
    ['a need that the person wants followed up', [fact.need()]],
    ['a need that the person declined', [fact.need(), fact.needAnswer({ subjectWishes: 'NO' })]],
    ['a need that somebody maps', [fact.need(), fact.assignment()]],
    ['a need that is mapped', [fact.need(), fact.assignment(), fact.completion()]],
    ['a need before the meeting', [fact.need(), fact.meeting()]],
    ['an application', [fact.application()]],
    ['an application that joined a need', [fact.need(), fact.application()]],
    ['an application that somebody maps', [fact.application(), fact.assignment()]],
    ['an application that is mapped', [fact.application(), fact.assignment(), fact.completion()]],
    ['an application before the meeting', prepared],
    ['an application that was withdrawn', [fact.application(), fact.withdrawal()]],
    ['a decision', decided],
    ['a decision that was notified', [...decided, fact.notification()]],
    ['a case that was reopened', [...closed, fact.reopening()]],
  ];
  const closedOn = '2026-02-28';
  const everywhere = stages.flatMap(([stage, facts]) =>
    caseClosureReasons.codes.map((reasonCode) => [reasonCode, stage, facts] as const),
  );
  it.each(everywhere)('D1 for %s ends %s, and a reopening gives it back', (reasonCode, _, facts) => {
    const closing = fact.closing({ reasonCode, closedOn, personAgrees: true });
    given(...facts)
      .when(intent.close({ reasonCode, closedOn, personAgrees: true }))
      .then(closing);
    const reopening = fact.reopening({ reopenedOn: closedOn });
    given(...facts, closing)
      .when(intent.reopen({ reopenedOn: closedOn }))
      .then(reopening);
    const lastOn = closedOn;
    expect(stateAfter(...facts, closing, reopening)).toEqual({ ...stateAfter(...facts), lastOn });
  });
});

describe('reopening a case', () => {
  rows(intent.reopen, [
    ['D1 lets it go on', closed, {}, [fact.reopening()]],
    ['is of a case that is closed', decided, {}, 'case-not-closed'],
    ['is recorded once', [...closed, fact.reopening()], {}, 'case-not-closed'],
    ['is not before it was closed', closed, { reopenedOn: '2026-02-24' }, 'date-order'],
    ['needs a case', [], {}, 'no-such-case'],
  ]);

  it('D1 gives back what the rest of the case comes to', () => {
    given(...closedUndecided, fact.reopening())
      .when(intent.withdraw({ withdrawnOn: '2026-02-28' }))
      .then(fact.withdrawal({ withdrawnOn: '2026-02-28' }));
  });
});

describe('a closed case', () => {
  const later = '2026-02-26';
  it.each([
    ['an answer to the need', [fact.need(), fact.closing()], intent.answerNeed({ answeredOn: later })],
    ['an application', [fact.need(), fact.closing()], intent.receive({ receivedOn: later, joins: true })],
    ['what the application lacked', closedUndecided, intent.completeApplication({ completedOn: later })],
    ['a mapping', closedUndecided, intent.assign({ assignedOn: later, dueOn: undefined })],
    [
      'a mapping done unasked',
      closedUndecided,
      intent.complete({ assignmentId: undefined, completedOn: later }),
    ],
    ['a meeting', closedUndecided, intent.convene({ meetingId: 'm2', convenedOn: later, meetsOn: later })],
    ['a caseworker', closedUndecided, intent.assignCaseworker({ assignedOn: later })],
    [
      'a decision',
      [...closedUndecided.slice(0, 1), fact.meeting({ meetsOn: later }), ...closedUndecided.slice(2)],
      intent.decide({ decidedOn: later }),
    ],
    ['a notification', [...decided, fact.closing()], intent.notify({ notifiedOn: later })],
    ['a withdrawal', closedUndecided, intent.withdraw({ withdrawnOn: later })],
  ])('D1 takes nothing of a later day: %s', (_, facts, told) => {
    given(...facts)
      .when(told)
      .thenRejected('casework/case-closed');
  });

  it('takes a number and a reference of another system, on whatever day, and is closed on a day before theirs', () => {
    for (const [told, kept] of [
      [intent.giveNumber(), fact.number()],
      [intent.addReference(), fact.reference()],
    ] as const) {
      given(...closed)
        .when(told)
        .then(kept);
      given(...decided, kept)
        .when(intent.close())
        .then(fact.closing());
    }
  });

  it('D1 takes what happened until that day', () => {
    const unasked = { assignmentId: undefined, completedOn: '2026-02-25' };
    given(...closedUndecided)
      .when(intent.complete(unasked))
      .then(fact.completion(unasked));
    given(...decided, fact.closing())
      .when(intent.notify())
      .then(fact.notification());
  });

  it('D1 is open again when the closing was recorded in error', () => {
    given(...closed)
      .when(intent.annul('e6'))
      .then(annulled('e6'));
    expect(stateAfter(...closed, annulled('e6'))).toMatchObject({ status: 'notified', closed: undefined });
  });

  it('D1 can be put right: its day and its reason', () => {
    const right = { closedOn: '2026-02-24', reasonCode: 'DECEASED' };
    given(...closed)
      .when(intent.correct('e6', right))
      .then(corrected('CaseClosed', 'e6', right));
    given(...closed)
      .when(intent.correct('e6', { closedOn: '2026-02-22' }))
      .thenRejected('casework/date-order');
    given(...closed, fact.reopening())
      .when(intent.correct('e6', { closedOn: '2026-02-28' }))
      .thenRejected('casework/rests-on');
  });

  it('D1 stands in the way of a step that would move to after it', () => {
    given(...closed)
      .when(intent.correct('e5', { notifiedOn: '2026-02-26' }))
      .thenRejected('casework/rests-on');
    given(...closedUndecided)
      .when(intent.correct('e1', { convenedOn: '2026-02-26', meetsOn: '2026-02-27' }))
      .thenRejected('casework/rests-on');
    const typedAfter = fact.completion({ assignmentId: undefined });
    given(...closedUndecided, typedAfter)
      .when(intent.correct('e3', { completedOn: '2026-02-26' }))
      .thenRejected('casework/case-closed');
  });
});
