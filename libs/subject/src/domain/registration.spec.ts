import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import { intent, registered } from './example-person.testing.js';

const { rows, stateAfter } = specOf(subjectDecider);
const nameless = { givenName: undefined, familyName: undefined };

describe('A registration', () => {
  rows(intent.register, [
    ['is recorded', [], {}, [registered()]],
    ['is recorded once', [registered()], { givenName: 'Testolf' }, []],
    ['is of nobody born tomorrow', [], { birthDate: '2026-03-03' }, 'impossible-birth-date'],
    ['is of nobody born before the year 1900', [], { birthDate: '1899-12-31' }, 'impossible-birth-date'],
    [
      'may be of somebody born today',
      [],
      { birthDate: '2026-03-02' },
      [registered({ birthDate: '2026-03-02' })],
    ],
    [
      'may be of somebody born on the first day of the year 1900',
      [],
      { birthDate: '1900-01-01' },
      [registered({ birthDate: '1900-01-01' })],
    ],
    [
      'C7 may be of somebody with one name',
      [],
      { givenName: undefined },
      [registered({ givenName: undefined })],
    ],
    [
      'C7 may be of a newborn without a name',
      [],
      { ...nameless, birthDate: '2026-03-01' },
      [registered({ ...nameless, birthDate: '2026-03-01' })],
    ],
    ['C7 tells something to find the person by', [], nameless, 'not-to-be-known'],
  ]);

  it('needs no identity number and no birth date (F21)', () => {
    expect(stateAfter(registered())).toMatchObject({
      isRegistered: true,
      hasIdentity: false,
      birthYear: undefined,
      protectedAddress: false,
      disposed: [],
      mergedInto: undefined,
      merged: [],
    });
  });
});
