import { mayBeSame } from './likeness.js';

const nora = { givenName: 'Nora', familyName: 'Prøvesen', birthDate: '2012-04-16' };

describe('somebody who is typed', () => {
  test.each([
    ['of the same name and day', {}],
    ['born the same day with a slip of the keyboard', { familyName: 'Prøvsen' }],
    ['born the same day with two letters swapped', { familyName: 'Prøevsen' }],
    ['born the same day with another family name', { familyName: 'Oppdiktet' }],
    ['of the same name, born another day', { birthDate: '2012-05-01' }],
    ['of the same name, with no day known', { birthDate: undefined }],
    [
      'of the same first and family name, with no day known',
      { givenName: 'Nora Liksom', birthDate: undefined },
    ],
    ['written with other marks', { givenName: 'NORÁ' }],
  ])('may be somebody %s', (_what, differs) => {
    expect(mayBeSame(nora, { ...nora, ...differs })).toBe(true);
    expect(mayBeSame({ ...nora, ...differs }, nora)).toBe(true);
  });

  test.each([
    ['of another name, born the same day', { givenName: 'Testine', familyName: 'Oppdiktet' }],
    ['of another first name, born another day', { givenName: 'Norunn', birthDate: '2012-05-01' }],
    ['of a name alike, born another day', { familyName: 'Prøvsen', birthDate: '2012-05-01' }],
    ['without a name', { givenName: '', familyName: '' }],
  ])('is not somebody %s', (_what, differs) => {
    expect(mayBeSame(nora, { ...nora, ...differs })).toBe(false);
  });
});
