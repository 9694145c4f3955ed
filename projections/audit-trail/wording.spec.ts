import { same } from '#event-sourcing/codes';
import {
  events,
  flag,
  id,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  v1,
} from '#event-sourcing/event';
import { inLanguage } from './norwegian.js';
import type { Text } from './text.js';
import { told } from './told.js';
import { wordingsOf } from './wording.js';

const of = { of: 'subjectId', class: 'CASE' } as const;
const noteEvents = events(
  { category: 'note', owner: 'subjectId', class: 'CASE' },
  {
    NoteTaken: v1({
      subjectId: id(),
      noteId: id(),
      takenOn: localDate(),
      done: flag(),
      takerId: optional(ref('party')),
      text: optional(personal.text(of)),
      aside: optional(personal.text(of)),
      parts: list(record({ part: localDate(), remark: optional(personal.text(of)) })),
    }),
  },
);
type Worded = Parameters<typeof wordingsOf<typeof noteEvents>>[1]['NoteTaken'];
const names = Object.fromEntries(
  ['takenOn', 'done', 'takerId', 'text', 'aside', 'parts'].map((name) => [name, same(name)]),
);
const parts = { nb: '{part}[ {remark}]', nn: '{part}[ {remark}]' };
const wording = (text: string, more: Partial<Worded> = {}, nn = text) => ({
  NoteTaken: { title: same('Notat'), nb: text, nn, each: { parts }, ...more },
});
const noteOf = (text: string, more: Partial<Worded> = {}) => {
  const { NoteTaken } = wordingsOf(noteEvents, wording(text, more), names);
  if (!NoteTaken) throw new Error('the note is worded');
  return NoteTaken;
};
const data = { subjectId: 's', noteId: 'n', takenOn: '2026-03-02', done: false, parts: [] };
const said = (text: string, more: object = {}, words: Partial<Worded> = {}) =>
  told(noteOf(text, words), { ...data, ...more }, { language: 'nb', nameOf: (name) => name }, '2026-03-01');

describe('a text with places in it', () => {
  it.each<[what: string, text: string, data: object, told: string]>([
    ['a field as it is declared', 'Skrevet {takenOn}.', {}, 'Skrevet 2. mars 2026.'],
    ['one of two by a flag', '{done:Ferdig|Ikke ferdig}.', {}, 'Ikke ferdig.'],
    ['one of two by whether a field is there', '{text:Med|Uten} tekst.', { text: 'x' }, 'Med tekst.'],
    ['nothing for what is absent', 'Notat[ ({text})].', {}, 'Notat.'],
    ['what is there', 'Notat[ ({text})].', { text: 'x' }, 'Notat («x»).'],
    ['nothing for an empty list', 'Notat[: {parts;}].', {}, 'Notat.'],
    ['the first that is whole', 'Notat[ a {text} {aside}| b {aside}].', { aside: 'x' }, 'Notat b «x».'],
    ['a choice within an alternative', '[{text} {done:x|y}|{takenOn}]', { text: 'a' }, '«a» y'],
    ['no second full stop', 'Notat: {text}.', { text: 'Slutt.' }, 'Notat: «Slutt.»'],
    ['the usual word of the municipality', 'I <unit>.', {}, 'I koordinerende enhet.'],
  ])('tells %s', (_, text, more, expected) => expect(said(text, more)).toBe(expected));

  it('tells a list of records by their own text, as a list or with semicolons between', () => {
    const two = { parts: [{ part: '2026-03-02', remark: 'å' }, { part: '2026-03-03' }] };
    expect(said('{parts}', two)).toBe('2. mars 2026 «å» og 3. mars 2026');
    expect(said('{parts;}', two)).toBe('2. mars 2026 «å»; 3. mars 2026');
  });

  it('tells words that the wording works out', () => {
    const words: Worded['words'] = {
      comes: ({ takenOn }, { recordedOn }) => same(recordedOn < takenOn ? 'kommer' : 'kom'),
    };
    expect(said('Det <comes>.', {}, { words })).toBe('Det kommer.');
    expect(said('Det <comes>.', { takenOn: '2026-03-01' }, { words })).toBe('Det kom.');
  });

  it('knows which texts it leaves out', () => {
    expect(noteOf('{text}').untold).toEqual(new Set(['aside']));
    expect(noteOf('{text:a|b}[ {aside}]').untold).toEqual(new Set(['text']));
  });

  it.each<[what: string, text: string, nn: string, more?: Partial<Worded>]>([
    ['a field that the event lacks', '{takenBy}', '{takenBy}'],
    ['a choice by a field that the event lacks', '{ready:a|b}', '{ready:a|b}'],
    ['a word that nothing works out', '<comes>', '<comes>'],
    ['an id that does not say what it is of', '{noteId}', '{noteId}'],
    ['a field in one language alone', '{takenOn}', 'i dag'],
    ['a list of records without a text of their own', '{takenOn}', '{takenOn}', { each: {} }],
    ['a record of which something is left out', '{takenOn}', '{takenOn}', { each: { parts: partOnly() } }],
  ])('fails at start for %s', (_, text, nn, more = {}) =>
    expect(() => wordingsOf(noteEvents, wording(text, more, nn), names)).toThrow(/^NoteTaken/),
  );

  it('fails at start where a field that may be corrected has no name', () =>
    expect(() => wordingsOf(noteEvents, wording('{takenOn}'), { takenOn: same('dag') })).toThrow(
      'NoteTaken has fields without a name: done,takerId,text,aside,parts',
    ));

  it('reads in the language asked for', () => expect(inLanguage('nn', ['a', 'b'])).toBe('b'));
});

function partOnly(): Text {
  return { nb: '{part}', nn: '{part}' };
}
