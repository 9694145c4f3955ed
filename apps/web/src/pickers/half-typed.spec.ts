import { newPersonFrom } from './half-typed.js';

describe('somebody new', () => {
  test.each([
    ['Fantasifull Prøvenes', 'Fantasifull', 'Prøvenes'],
    ['Per Oppdiktet Testnes', 'Per Oppdiktet', 'Testnes'],
    ['Prøvenes', '', 'Prøvenes'],
    ['2.11.2026', '', ''],
  ])('searched for as «%s» is called that', (typed, givenName, familyName) => {
    expect(newPersonFrom(typed)).toMatchObject({ givenName, familyName });
  });
});
