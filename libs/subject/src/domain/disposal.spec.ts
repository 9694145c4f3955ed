import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import { annulled, disposed, intent, registered } from './example-person.testing.js';

const { rows } = specOf(subjectDecider);
const person = [registered()];
const inPart = [registered({ id: 'x' }), disposed({ classes: ['CASE'] })];

describe('A disposal', () =>
  rows(intent.dispose, [
    ['is recorded', person, {}, [disposed()]],
    ['is recorded once', [...person, disposed()], {}, []],
    [
      'records only classes that are not disposed of yet, each once',
      inPart,
      { classes: ['CASE', 'PERSON', 'PERSON'] },
      [disposed({ classes: ['PERSON'] })],
    ],
    ['is of somebody', [], {}, 'no-such-subject'],
    ['is of something', person, { classes: [] }, 'no-classes'],
    ['has happened', person, { disposedOn: '2026-03-03' }, 'date-ahead'],
    [
      'is confirmed by a party that the municipality knows',
      person,
      { confirmedBy: 'Kari', partyIsKnown: false },
      'unknown-party',
    ],
    [
      'is recorded also of somebody registered in error, whose data is there',
      [registered({ id: 'x' }), annulled('x')],
      {},
      [disposed()],
    ],
  ]));

describe('After a disposal, even of a part,', () => {
  rows(intent.link, [['no number is linked', inPart, {}, 'disposed']]);
  rows(intent.correct, [['nothing is corrected', inPart, { changed: { givenName: 'Testolf' } }, 'disposed']]);
  rows(intent.annul, [['nothing is annulled', inPart, { eventId: 'e1' }, 'disposed']]);
  rows(intent.register, [
    ['nobody is registered anew once all is gone', [...person, disposed()], {}, 'disposed'],
    ['a person is known by the number until that is disposed of too', inPart, {}, []],
  ]);
});
