import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import { annulled, disposed, intent, mergedInto, reached, registered } from './example-person.testing.js';

const { rows } = specOf(subjectDecider);
const person = [registered()];

describe('How a person is reached', () =>
  rows(intent.setContact, [
    ['is recorded with its day', person, {}, [reached()]],
    [
      'follows what was told before',
      [...person, reached()],
      { telephone: '11 11 11 11' },
      [reached({ telephone: '11 11 11 11' })],
    ],
    [
      'may be of an earlier day than that',
      [...person, reached()],
      { setOn: '2019-01-01' },
      [reached({ setOn: '2019-01-01' })],
    ],
    [
      'may be by nothing any more',
      [...person, reached()],
      { address: undefined, telephone: undefined, languageForm: undefined },
      [reached({ address: undefined, telephone: undefined, languageForm: undefined })],
    ],
    ['does not hold from tomorrow', person, { setOn: '2026-03-03' }, 'date-ahead'],
    ['is of a person who is there', [], {}, 'no-such-subject'],
    ['is of a registration that stands', [registered({ id: 'x' }), annulled('x')], {}, 'no-such-subject'],
    ['is not of a registration that was merged', [...person, mergedInto()], {}, 'merged'],
    ['is of nobody disposed of', [...person, disposed()], {}, 'disposed'],
  ]));
