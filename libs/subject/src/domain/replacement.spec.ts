import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import { annulled, intent, linked, mergedInto, registered, replaced } from './example-person.testing.js';

const { rows, stateAfter } = specOf(subjectDecider);
const atOnce = [registered({ identityNumber: '12345678901' })];
const later = [registered(), linked()];

describe('C2 A number in the place of another', () => {
  rows(intent.replace, [
    ['follows the one of the registration', atOnce, {}, [replaced()]],
    ['follows one that came later', later, {}, [replaced()]],
    [
      'follows one that replaced another',
      [...later, replaced()],
      { reasonCode: 'CHANGED_BY_REGISTER' },
      [replaced({ reasonCode: 'CHANGED_BY_REGISTER' })],
    ],
    [
      'tells the day of birth, whatever was told before',
      later,
      { birthDate: '1991-01-01' },
      [replaced({ birthDate: '1991-01-01' })],
    ],
    ['is recorded once', [...later, replaced()], { isHeld: true, isCurrent: true }, []],
    ['is none that was replaced itself', [...later, replaced()], { isHeld: true }, 'identity-replaced'],
    ['has one to follow', [registered()], {}, 'no-identity'],
    [
      'has one to follow that was not annulled',
      [registered(), linked({ id: 'x' }), annulled('x')],
      {},
      'no-identity',
    ],
    ['is of a person who is there', [], {}, 'no-such-subject'],
    ['is not of a registration that was merged', [...later, mergedInto()], {}, 'merged'],
    ['was not given tomorrow', later, { replacedOn: '2026-03-03' }, 'date-ahead'],
    ['tells a birth that can be', later, { birthDate: '2026-03-03' }, 'impossible-birth-date'],
  ]);

  it('brings the birth year that it tells, or leaves what is known', () => {
    expect(stateAfter(...later, replaced())).toMatchObject({ hasIdentity: true, birthYear: 1991 });
    expect(stateAfter(...later, replaced({ birthYear: undefined }))).toMatchObject({ birthYear: 1990 });
  });
});

describe('C2 A number of before', () =>
  rows(intent.link, [['is the person’s already', [...later, replaced()], { isHeld: true }, []]]));
