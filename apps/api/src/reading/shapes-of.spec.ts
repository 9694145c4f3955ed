import {
  code,
  codeOf,
  events,
  flag,
  id,
  integer,
  list,
  localDate,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing';
import { always, begun, copyOf, listed, perhaps } from '#event-sourcing/columns';
import { codesNamed } from '#event-sourcing/testing/code-list';
import { shapesOf } from './shapes-of.js';

const of = { of: 'treeId', class: 'PERSON' } as const;
const kinds = codesNamed('OAK', 'ASH');
const treeEvents = events(
  { category: 'tree', owner: 'treeId', class: 'PERSON' },
  {
    TreePlanted: v1({
      treeId: id(),
      planterId: ref('party'),
      kind: codeOf(kinds),
      place: code(kinds),
      soil: code(),
      uses: list(codeOf(kinds)),
      places: list(code(kinds)),
      guests: list(ref('party')),
      plantedOn: localDate(),
      height: optional(integer()),
      stands: flag(),
      name: personal.text(of),
      bornOn: personal.date(of),
    }),
  },
);
const copy = copyOf([treeEvents]);

const string = { type: 'string' };
const date = { type: 'string', format: 'date' };
const enumerated = { type: 'string', enum: ['OAK', 'ASH'], 'x-code-list': 'tested' };
const free = { type: 'string', 'x-code-list': 'tested' };
const sealed = {
  oneOf: [
    string,
    {
      type: 'object',
      properties: {
        disposed: { type: 'boolean', enum: [true], description: 'The key was destroyed; the text is gone' },
      },
      required: ['disposed'],
    },
  ],
};
const orNull = (shape: object) => ({ oneOf: [shape, { type: 'null' }] });
const array = (items: object) => ({ type: 'array', items });

describe('the shape of a column in an answer', () => {
  it.each([
    ['a code of a fixed list, with its codes', begun(copy('TreePlanted.kind')), enumerated],
    ['a code of a list that may grow, without', begun(copy('TreePlanted.place')), free],
    ['a code of no list as a text', begun(copy('TreePlanted.soil')), string],
    ['an id', begun(copy('TreePlanted.planterId')), string],
    ['a day', begun(copy('TreePlanted.plantedOn')), date],
    ['a number', begun(copy('TreePlanted.height')), { type: 'integer' }],
    ['a flag', begun(copy('TreePlanted.stands')), { type: 'boolean' }],
    ['a personal text', begun(copy('TreePlanted.name')), sealed],
    ['a personal day, which is sealed as a text is', begun(copy('TreePlanted.bornOn')), sealed],
    ['an instant', always('timestamptz'), { type: 'string', format: 'date-time' }],
    ['a number of the log', always('bigint'), { type: 'integer' }],
    ['what may be empty', copy('TreePlanted.plantedOn'), orNull(date)],
    ['what may be empty and is sealed', copy('TreePlanted.name'), orNull(sealed)],
    ['what no event copies', perhaps('date'), orNull(date)],
    ['a list of codes of a fixed list', copy('TreePlanted.uses'), array(enumerated)],
    ['a list of codes of a list that may grow', copy('TreePlanted.places'), array(free)],
    ['a list that a record begins with', begun(copy('TreePlanted.uses')), array(enumerated)],
  ])('is that of %s', (_, column, shape) => expect(shapesOf({ column })).toEqual({ column: shape }));

  it.each([
    ['a list of ids', copy('TreePlanted.guests'), 'text[]'],
    ['a list that a fold tells', listed(), 'jsonb'],
    ['what is of no type that shows itself', always('uuid'), 'uuid'],
  ])('is to be said of %s', (_, column, type) => {
    expect(() => shapesOf({ column })).toThrow(`Say the shape of a ${type} of one's own`);
    expect(shapesOf({ column }, { column: array(string) })).toEqual({ column: array(string) });
  });
});

describe('the shapes of a read model’s columns', () => {
  const columns = {
    tree_id: always(),
    planted_on: copy('TreePlanted.plantedOn'),
    kind: begun(copy('TreePlanted.kind')),
    free_place: begun(copy('TreePlanted.place')),
    stands_still: always('boolean'),
    extra: listed(),
  };

  it('go by the names of the answer, described where something is said', () =>
    expect(
      shapesOf(columns, {
        plantedOn: 'When',
        kind: 'What',
        freePlace: 'Where',
        standsStill: 'Still',
        treeId: 'Which',
        extra: null,
      }),
    ).toEqual({
      treeId: { ...string, description: 'Which' },
      plantedOn: orNull({ ...date, description: 'When' }),
      kind: { ...enumerated, description: 'What' },
      freePlace: { ...free, description: 'Where' },
      standsStill: { type: 'boolean', description: 'Still' },
    }));

  it('are another where that is said, whatever the column', () =>
    expect(shapesOf({ kind: columns.kind }, { kind: string })).toEqual({ kind: string }));

  it('say nothing of what is no column', () =>
    expect(() => shapesOf(columns, { planted_on: 'When', kind: 'What', age: null })).toThrow(
      'The read model has no planted_on, age to say anything of.',
    ));
});
