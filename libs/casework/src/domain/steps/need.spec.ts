import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { aure, corrected, fact, intent } from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const unasked = [fact.need({ subjectWishes: 'NOT_ASKED' })];
const no = { subjectWishes: 'NO' } as const;
const weeksLater = { answeredOn: '2026-03-01' };

describe('the answer to a need', () => {
  rows(intent.answerNeed, [
    ['D2 is recorded weeks after the need was told', unasked, weeksLater, [fact.needAnswer(weeksLater)]],
    ['D2 may be no', unasked, no, [fact.needAnswer(no)]],
    ['D2 may change', [...unasked, fact.needAnswer(no)], weeksLater, [fact.needAnswer(weeksLater)]],
    ['D2 may be typed in after the application', [...unasked, fact.application()], {}, [fact.needAnswer()]],
    ['is not that nobody asked', unasked, { subjectWishes: 'NOT_ASKED' }, 'no-answer'],
    ['is recorded once a day', [...unasked, fact.needAnswer()], {}, 'already-answered'],
    ['is not before the need was told', unasked, { answeredOn: '2026-01-31' }, 'date-order'],
    ['does not lie ahead of today', unasked, { answeredOn: '2026-03-03' }, 'date-ahead'],
    ['answers a need', [fact.application()], {}, 'no-need'],
    ['needs a case', [], {}, 'no-such-case'],
  ]);

  it('D2 opens the case again, or closes it, by the answer of the latest day', () => {
    const declined = [...unasked, fact.needAnswer({ ...no, answeredOn: '2026-02-02' })];
    given(...declined)
      .when(intent.assign())
      .thenRejected('casework/need-declined');
    given(...declined, fact.needAnswer({ answeredOn: '2026-02-03' }))
      .when(intent.assign())
      .then(fact.assignment());
    given(
      ...unasked,
      fact.needAnswer({ answeredOn: '2026-02-03' }),
      fact.needAnswer({ ...no, answeredOn: '2026-02-02' }),
    )
      .when(intent.assign())
      .then(fact.assignment());
  });

  it('D7 leaves what happened before it to be typed in', () => {
    given(...unasked, fact.needAnswer({ ...no, ...weeksLater }))
      .when(intent.assign())
      .then(fact.assignment());
  });

  it('can be put right', () => {
    const right = stateAfter(...unasked, fact.needAnswer(), corrected('NeedAnswered', 'e1', no));
    expect(right).toMatchObject({ need: { answer: 'NO' } });
  });
});

describe('a need of which the person has not been asked', () => {
  const text = { need: 'Tre tjenester er inne.' };
  rows(intent.notifyNeed, [
    [
      'keeps who told, of whom and when alone (U10, U11)',
      [],
      { subjectWishes: 'NOT_ASKED', ...text },
      'need-kept-narrow',
    ],
    ['keeps no more where the person says no', [], { subjectWishes: 'NO', ...text }, 'need-kept-narrow'],
    ['keeps the rest where the person says yes', [], text, [fact.need(text)]],
    [
      'keeps of which message it came, which tells who told',
      [],
      { subjectWishes: 'NOT_ASKED', messageReference: 'M-1' },
      [fact.need({ subjectWishes: 'NOT_ASKED', messageReference: 'M-1' })],
    ],
  ]);
  rows(intent.answerNeed, [
    ['keeps the rest with the yes', unasked, text, [fact.needAnswer(text)]],
    ['keeps nothing with a no', unasked, { subjectWishes: 'NO', ...text }, 'need-kept-narrow'],
  ]);
  rows(
    (differs: object) => intent.correct('e0', { ...text, ...differs }),
    [
      ['keeps no more by a correction', unasked, {}, 'need-kept-narrow'],
      [
        'keeps it with the yes that a correction brings',
        unasked,
        { subjectWishes: 'YES' },
        [corrected('NeedNotified', 'e0', { ...text, subjectWishes: 'YES' })],
      ],
    ],
  );
  rows(intent.assign, [['is not mapped', unasked, {}, 'person-not-asked']]);
  rows(intent.complete, [['has no mapping', unasked, { assignmentId: undefined }, 'person-not-asked']]);
  rows(intent.convene, [['is put to no meeting', unasked, {}, 'person-not-asked']]);
  rows(intent.addReference, [['is known in no other system', unasked, {}, 'person-not-asked']]);
  rows(intent.receive, [['goes on by an application', unasked, { joins: true }, [fact.application()]]]);
  rows(intent.notifyNeed, [
    ['is opened once by a message, however often it is told', unasked, { isByMessage: true }, []],
  ]);
});

describe('who told of a need, where the profile names its target groups (S12)', () => {
  const told = { notifierRole: 'NEXT_OF_KIN' } as const;
  const profile = { ...aure, targetGroups: ['USER', 'MUNICIPAL_SERVICE'] } as const;
  rows(intent.notifyNeed, [
    ['is anybody where it names none', [], told, [fact.need(told)]],
    ['is none whom it leaves out', [], { ...told, profile }, 'other-target-group'],
    ['is one of the municipality', [], { profile }, [fact.need()]],
    [
      'is somebody else anywhere',
      [],
      { notifierRole: 'OTHER', profile },
      [fact.need({ notifierRole: 'OTHER' })],
    ],
  ]);
});
