import 'reflect-metadata';
import {
  code,
  codeOf,
  digest,
  flag,
  id,
  instant,
  integer,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  v1,
} from '#event-sourcing';
import { codesNamed } from '#event-sourcing/testing/code-list';
import { bodyOf, oneLine, plain, says, todayUnlessTold, usual } from './body-of.js';
import { codePattern, opaqueIdPattern } from './values.js';

const of = { of: 'bookId', class: 'CASE' } as const;
const kinds = codesNamed('NOVEL', 'ATLAS');
/** An invented event with a field of every kind. */
export const bookShelved = v1({
  bookId: id(),
  lenderId: ref('party'),
  kind: codeOf(kinds),
  shelf: code(codesNamed('NORTH')),
  colour: code(),
  subjects: list(codeOf(kinds)),
  rooms: list(code(codesNamed('NORTH'))),
  readers: list(ref('party')),
  shelvedOn: localDate(),
  bornOn: personal.date(of),
  title: personal.text({ ...of, max: 12 }),
  summary: personal.text(of),
  isLent: flag(),
  print: digest(),
  number: optional(code()),
  pages: integer(),
  readAt: instant(),
  chapters: list(record({ title: personal.text(of) })),
});

/** A body of all that a body can take of it. */
export class BookBody extends bodyOf(bookShelved, {
  bookId: plain,
  lenderId: says('Who lends it'),
  kind: says('What it is'),
  shelf: plain,
  colour: plain,
  subjects: { min: 1, says: 'What it is about' },
  rooms: { min: 1 },
  readers: plain,
  shelvedOn: todayUnlessTold,
  bornOn: plain,
  title: oneLine,
  summary: plain,
  isLent: usual('Not lent unless told'),
  print: plain,
  number: plain,
}) {}

const anId = '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21';
/** One that is sent with what it needs and no more. */
export const book = {
  bookId: anId,
  lenderId: 'party-1',
  kind: 'NOVEL',
  shelf: 'SOUTH',
  colour: 'RED',
  subjects: ['ATLAS'],
  rooms: ['SOUTH'],
  readers: [],
  bornOn: '1990-05-17',
  title: 'Prøveboka',
  summary: 'Kort.',
  print: 'a'.repeat(64),
};

const idItem = { type: 'string', pattern: opaqueIdPattern.source, example: anId };
const codeItem = { type: 'string', pattern: codePattern.source };
const ofTested = { 'x-code-list': 'tested' };
const anyId = 'must be an id as this service gives them';
const aCode = 'must be a code of capital letters, digits and _, at most 60';
const aDay = 'must be a day of the calendar, YYYY-MM-DD';

interface Expected {
  readonly documented: object;
  readonly takes: readonly unknown[];
  readonly refuses: readonly unknown[];
  readonly message: string;
}
/** By field: what OpenAPI says of it, and values that it takes and refuses. */
export const fields: Readonly<Record<string, Expected>> = {
  bookId: {
    documented: { ...idItem, maxLength: 80 },
    takes: ['party-1', `${anId}.2`],
    refuses: ['../1576', '', 7, null, ['a']],
    message: anyId,
  },
  lenderId: {
    documented: { ...idItem, maxLength: 80, description: 'Who lends it' },
    takes: [anId],
    refuses: ['Testine Prøvesen'],
    message: anyId,
  },
  kind: {
    documented: { type: 'string', enum: ['NOVEL', 'ATLAS'], ...ofTested, description: 'What it is' },
    takes: ['ATLAS'],
    refuses: ['LETTER', 'atlas', ['ATLAS'], null],
    message: 'must be one of NOVEL, ATLAS',
  },
  shelf: {
    documented: { ...codeItem, maxLength: 60, example: 'HOME_CARE', ...ofTested },
    takes: ['NORTH', 'EAST_2'],
    refuses: ['north', 'A'.repeat(61), 2],
    message: aCode,
  },
  colour: {
    documented: { ...codeItem, maxLength: 60, example: 'HOME_CARE' },
    takes: ['BLUE'],
    refuses: ['', 'deep blue'],
    message: aCode,
  },
  subjects: {
    documented: {
      type: 'array',
      items: { type: 'string', enum: ['NOVEL', 'ATLAS'], ...ofTested },
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      description: 'What it is about',
    },
    takes: [['NOVEL', 'ATLAS']],
    refuses: [[], ['LETTER'], ['ATLAS', 'ATLAS'], 'ATLAS'],
    message: 'must be a list of 1 to 2 of NOVEL, ATLAS, none twice',
  },
  rooms: {
    documented: {
      type: 'array',
      items: { ...codeItem, example: 'SCHOOL', ...ofTested },
      minItems: 1,
      maxItems: 200,
      uniqueItems: true,
    },
    takes: [['NORTH', 'EAST']],
    refuses: [[], ['north'], ['EAST', 'EAST'], Array.from({ length: 201 }, (_, index) => `R${index}`)],
    message: 'must be a list of 1 to 200 codes, none twice',
  },
  readers: {
    documented: { type: 'array', items: idItem, minItems: 0, maxItems: 200, uniqueItems: true },
    takes: [[], ['party-1', 'party-2']],
    refuses: [['a b'], ['party-1', 'party-1'], [anId, anId.toUpperCase()], 'party-1'],
    message: 'must be a list of 0 to 200 ids, none twice',
  },
  shelvedOn: {
    documented: {
      type: 'string',
      format: 'date',
      example: '2026-03-02',
      description: 'Today unless told',
    },
    takes: [undefined, '2024-02-29'],
    refuses: ['2026-02-30', '2026-03-02T00:00:00Z', 20_260_302, null],
    message: aDay,
  },
  bornOn: {
    documented: { type: 'string', format: 'date', example: '2026-03-02' },
    takes: ['1990-05-17'],
    refuses: ['17.05.1990'],
    message: aDay,
  },
  title: {
    documented: { type: 'string', minLength: 1, maxLength: 12 },
    takes: ['Åtte bøker', 'a'.repeat(12)],
    refuses: ['a'.repeat(13), 'a\nb', '', ' ', 8],
    message: 'must be a text of 1 to 12 characters on one line, without control characters',
  },
  summary: {
    documented: { type: 'string', minLength: 1, maxLength: 4000 },
    takes: ['a\nb', 'a'.repeat(4000)],
    refuses: ['a'.repeat(4001), 'a\u0000b'],
    message: 'must be a text of 1 to 4000 characters, without control characters',
  },
  isLent: {
    documented: { type: 'boolean', description: 'Not lent unless told' },
    takes: [undefined, true, false],
    refuses: ['true', 1, null],
    message: 'must be true or false',
  },
  print: {
    documented: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the document, lower-case hex',
    },
    takes: ['0'.repeat(64)],
    refuses: ['A'.repeat(64), '0'.repeat(63)],
    message: 'must be a SHA-256 in lower-case hex',
  },
  number: {
    documented: { ...codeItem, maxLength: 60, example: 'HOME_CARE' },
    takes: [undefined, 'B7'],
    refuses: ['b7', null],
    message: aCode,
  },
};
