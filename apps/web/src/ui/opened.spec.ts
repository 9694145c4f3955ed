import { nameOf, textOf, writtenNameOf, writtenOf } from './opened.js';

describe('a text that was written', () => {
  it('turns nothing that stands around it, where it runs from the right', () => {
    expect([textOf('Dana \u05d3\u05e0\u05d4'), textOf('Nora')]).toEqual([
      '\u2068Dana \u05d3\u05e0\u05d4\u2069',
      'Nora',
    ]);
    expect(nameOf({ givenName: '\u05d3\u05e0\u05d4', familyName: '\u05db\u05d4\u05df' })).toBe(
      '\u2068\u05d3\u05e0\u05d4 \u05db\u05d4\u05df\u2069',
    );
  });

  it('stands in fields as it was written', () => {
    expect([writtenOf('\u05d3\u05e0\u05d4'), writtenNameOf({ givenName: '\u05d3\u05e0\u05d4' })]).toEqual([
      '\u05d3\u05e0\u05d4',
      '\u05d3\u05e0\u05d4',
    ]);
  });

  it('is the word for it where it is deleted, and empty where there is none', () => {
    expect([textOf({ disposed: true }), textOf(null), textOf(undefined)]).toEqual(['(slettet)', '', '']);
  });
});
