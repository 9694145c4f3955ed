import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import { annulled, disposed, intent, mergedInto, registered, renamed } from './example-person.testing.js';

const { rows } = specOf(subjectDecider);
const person = [registered()];

describe('C3 A new name', () =>
  rows(intent.rename, [
    ['is recorded with its day', person, {}, [renamed()]],
    ['follows another', [...person, renamed()], { familyName: 'Skilt' }, [renamed({ familyName: 'Skilt' })]],
    [
      'may be of an earlier day than another',
      [...person, renamed()],
      { validFrom: '2019-01-01' },
      [renamed({ validFrom: '2019-01-01' })],
    ],
    ['may be one name (C7)', person, { givenName: undefined }, [renamed({ givenName: undefined })]],
    [
      'may be the first that a newborn gets (C7)',
      [registered({ givenName: undefined, familyName: undefined, birthDate: '2026-02-01' })],
      {},
      [renamed()],
    ],
    ['is one', person, { givenName: undefined, familyName: undefined }, 'no-name'],
    ['does not hold from tomorrow', person, { validFrom: '2026-03-03' }, 'date-ahead'],
    ['does not hold from before the year 1900', person, { validFrom: '1899-12-31' }, 'date-too-early'],
    ['is of a person who is there', [], {}, 'no-such-subject'],
    ['is of a registration that stands', [registered({ id: 'x' }), annulled('x')], {}, 'no-such-subject'],
    ['is not of a registration that was merged', [...person, mergedInto()], {}, 'merged'],
    ['is of nobody disposed of', [...person, disposed()], {}, 'disposed'],
  ]));
