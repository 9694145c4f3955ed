import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import { annulled, corrected, intent, linked, registered } from './example-person.testing.js';

const { rows, stateAfter } = specOf(subjectDecider);
const unnumbered = [registered()];
const later = [registered(), linked()];
const atOnce = [registered({ identityNumber: '12345678901' })];
const held = { isHeld: true };

describe('An identity number that came later', () => {
  rows(intent.link, [
    ['is linked to the person', unnumbered, {}, [linked()]],
    ['is linked once', later, held, []],
    ['is not linked where the registration told it', atOnce, held, []],
    ['is the only one that is linked', later, {}, 'has-identity'],
    ['is not linked beside that of the registration', atOnce, {}, 'has-identity'],
    ['needs a person who is there', [], {}, 'no-such-subject'],
    [
      'needs a registration that was not annulled',
      [registered({ id: 'x' }), annulled('x')],
      {},
      'no-such-subject',
    ],
    [
      'comes with a birth date that is possible',
      unnumbered,
      { birthDate: '2030-01-01' },
      'impossible-birth-date',
    ],
    [
      'tells no other day of birth than the record',
      [registered({ birthDate: '2015-05-17' })],
      { birthDiffers: true },
      'birth-date-differs',
    ],
    ['is refused as one too many, whatever day it tells', later, { birthDiffers: true }, 'has-identity'],
    [
      'may be linked again after a wrong one was annulled',
      [registered(), linked({ id: 'x' }), annulled('x')],
      {},
      [linked()],
    ],
    [
      'may be linked after that of the registration was emptied',
      [
        registered({ id: 'x', identityNumber: '12345678901', birthDate: '1990-05-17', birthYear: 1990 }),
        corrected('SubjectRegistered', { identityNumber: null, birthDate: null, birthYear: null }),
      ],
      {},
      [linked()],
    ],
  ]);

  it('brings the birth year that it tells', () =>
    expect(stateAfter(registered({ birthYear: 1991 }), linked())).toMatchObject({
      hasIdentity: true,
      birthYear: 1990,
    }));

  it('leaves the birth year that is known where it tells none', () =>
    expect(stateAfter(registered({ birthYear: 1991 }), linked({ birthYear: undefined })).birthYear).toBe(
      1991,
    ));
});
