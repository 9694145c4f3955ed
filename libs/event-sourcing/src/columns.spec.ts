import { always, begun, copied, copyOf, foldOf, listed, perhaps, typesOf } from './columns.js';
import { codeOf, events, id, integer, list, localDate, optional, personal, v1 } from './event.js';
import { codesNamed } from './testing/code-list.js';
import { recorded, type ToldFact } from './testing/spec-of.js';
import type { EventIn } from './projection.js';

const treeEvents = events(
  { category: 'tree', owner: 'treeId', class: 'PERSON' },
  {
    TreePlanted: v1({
      treeId: id(),
      kind: codeOf(codesNamed('OAK', 'ASH')),
      plantedOn: localDate(),
      height: optional(integer()),
      planter: optional(personal.text({ of: 'treeId', class: 'PERSON' })),
      uses: list(codeOf(codesNamed('SHADE', 'WOOD'))),
    }),
    TreeMeasured: v1({ treeId: id(), height: optional(integer()), measuredOn: localDate() }),
    TreeFelled: v1({ treeId: id(), felledOn: localDate() }),
  },
);
const seedEvents = events(
  { category: 'seed', owner: 'seedId', class: 'PERSON' },
  { SeedSown: v1({ seedId: id(), sownOn: localDate() }) },
);

const copy = copyOf([treeEvents, seedEvents]);
const columns = {
  plant_id: always(),
  kind: begun(copy('TreePlanted.kind')),
  planted_on: copy('TreePlanted.plantedOn', 'SeedSown.sownOn'),
  height: copy('TreePlanted.height', 'TreeMeasured.height'),
  planter: copy('TreePlanted.planter'),
  uses: copy('TreePlanted.uses'),
  measured: listed<string>('text[]'),
  grown: perhaps<number>('integer'),
  felled_on: perhaps('date'),
  stands: always<boolean>('boolean'),
};
const fold = foldOf([treeEvents, seedEvents], columns, {
  begin: {
    TreePlanted: ({ treeId }) => ({ plant_id: treeId, stands: true }),
    SeedSown: ({ seedId }) => ({ plant_id: seedId, stands: true }),
  },
  folds: {
    TreePlanted: copied,
    TreeMeasured: ({ measuredOn, height = 0 }, row) => ({
      measured: [...row.measured, measuredOn],
      grown: height - (row.height ?? 0),
    }),
    TreeFelled: ({ felledOn }) => ({ felled_on: felledOn }),
    SeedSown: copied,
  },
  follows: ({ felled_on }) => ({ stands: felled_on === null }),
});
type Row = ReturnType<typeof fold>;
type Fact = ToldFact<typeof treeEvents>;

const planted: Fact = {
  type: 'TreePlanted',
  data: { treeId: 't', kind: 'OAK', plantedOn: '2020-04-01', planter: 'Testine', uses: ['SHADE'] },
};
const measured = (height?: number): Fact => ({
  type: 'TreeMeasured',
  data: { treeId: 't', measuredOn: '2021-05-01', height },
});
const felled: Fact = { type: 'TreeFelled', data: { treeId: 't', felledOn: '2025-09-01' } };
const eventsOf = (facts: readonly Fact[]) => recorded(treeEvents, facts) as EventIn<typeof treeEvents>[];
const rowAfter = (...facts: readonly Fact[]) => eventsOf(facts).reduce<Row>(fold, undefined);

describe('a row of declared columns', () => {
  it('begins with what is told, copies what is declared, and is empty elsewhere', () => {
    expect(rowAfter(planted)).toEqual({
      plant_id: 't',
      kind: 'OAK',
      planted_on: '2020-04-01',
      height: null,
      planter: expect.objectContaining({ v: 1, field: 'planter' }) as unknown,
      uses: ['SHADE'],
      measured: [],
      grown: null,
      felled_on: null,
      stands: true,
    });
  });

  it('changes by what an event copies, by what its fold says, and by what follows from the whole', () => {
    expect(rowAfter(planted, measured(7), felled)).toMatchObject({
      height: 7,
      measured: ['2021-05-01'],
      felled_on: '2025-09-01',
      stands: false,
    });
  });

  it('is emptied of a copy that the later event does not tell', () => {
    expect(rowAfter(planted, measured(7), measured())).toMatchObject({ height: null });
  });

  it('hands a fold the row before, not what the event copies', () => {
    expect(rowAfter(planted, measured(7), measured(9))).toMatchObject({ height: 9, grown: 2 });
  });

  it('does not begin with an event that begins none', () => {
    expect(rowAfter(felled)).toBeUndefined();
    expect(rowAfter(felled, planted)).toMatchObject({ stands: true });
  });

  it('begins with any event where one function tells how', () => {
    const any = foldOf(
      [seedEvents],
      { seed_id: always(), days: listed<string>() },
      {
        begin: ({ seedId }) => ({ seed_id: seedId }),
        folds: { SeedSown: ({ sownOn }, { days }) => ({ days: [...days, sownOn] }) },
      },
    );
    const [sown] = recorded(seedEvents, [{ type: 'SeedSown', data: { seedId: 's', sownOn: '2020-03-01' } }]);
    expect(any(undefined, sown as EventIn<typeof seedEvents>)).toEqual({
      seed_id: 's',
      days: ['2020-03-01'],
    });
  });

  it('leaves the row before as it was', () => {
    const before = rowAfter(planted);
    const kept = structuredClone(before);
    for (const event of eventsOf([measured(7), felled])) fold(before, event);
    expect(before).toEqual(kept);
  });

  it('takes types from the declarations of what is copied', () => {
    expect(typesOf(columns)).toEqual({
      plant_id: 'text',
      kind: 'text',
      planted_on: 'date',
      height: 'integer',
      planter: 'jsonb',
      uses: 'text[]',
      measured: 'text[]',
      grown: 'integer',
      felled_on: 'date',
      stands: 'boolean',
    });
  });

  it('copies nothing that is not declared, and folds no event of another category', () => {
    expect(() => copy('TreePlanted.age' as 'TreePlanted.height')).toThrow(
      'There is no TreePlanted.age to copy',
    );
    const [stranger] = eventsOf([planted]);
    expect(() => fold(undefined, { ...stranger, type: 'TreeMoved' as 'TreeFelled' } as never)).toThrow(
      'There is no TreeMoved to fold',
    );
  });
});
