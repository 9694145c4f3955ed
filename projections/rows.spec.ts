import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { declared } from '#apps/codec';
import type { Events } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import { recorded, type ToldFact } from '#event-sourcing/testing/spec-of';
import { refold } from '#projecting';
import { projections } from './index.js';

/** A recorded event is a row as it is: nothing is folded there. */
const folded = projections.filter(({ sees }) => sees === 'effective');

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
interface Golden {
  readonly version: number;
  /** By history. */
  readonly rows: Rows;
}

/** Invented streams. What stands here is not changed: a new event gets a history of its own, so that rows change with the fold alone. */
const told = JSON.parse(readFileSync(new URL('histories.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly category: string; readonly facts: readonly ToldFact<Events>[] }>
>;
const histories = Object.entries(told).map(([name, { category, facts }]) => {
  const events = declared.find((one) => one.category === category);
  if (!events) throw new Error(`There is no category ${category}`);
  return { name, category, history: recorded(events, facts) };
});

/** The rows that each history comes to, as JSON. */
function rowsOf(projection: Projection): Rows {
  const handled = new Set(projection.handles.map(({ category }) => category));
  const rows = histories
    .filter(({ category }) => handled.has(category))
    .map(({ name, history }) => [name, [...refold(projection, history).values()].map(({ row }) => row)]);
  return JSON.parse(JSON.stringify(Object.fromEntries(rows))) as Rows;
}

const fileOf = ({ name }: Projection) => new URL(`rows/${name}.json`, import.meta.url);
const goldenOf = (projection: Projection) => JSON.parse(readFileSync(fileOf(projection), 'utf8')) as Golden;

// A new version and a new history get their rows once: GOLDEN=write npm run jest -- --testPathPatterns projections/rows
if (process.env['GOLDEN'] === 'write') {
  for (const projection of folded) {
    const { version } = projection;
    const known = existsSync(fileOf(projection)) ? goldenOf(projection) : undefined;
    const rows = { ...rowsOf(projection), ...(known?.version === version && known.rows) };
    writeFileSync(fileOf(projection), `${JSON.stringify({ version, rows }, null, 2)}\n`);
  }
}

describe.each(folded.map((projection) => [projection.name, projection] as const))('%s', (_, projection) => {
  it('has the recorded rows, or a new version', () => {
    expect({ version: projection.version, rows: rowsOf(projection) }).toEqual(goldenOf(projection));
  });

  it('is folded from a history of every event that it handles', () => {
    const types = new Set(histories.flatMap(({ history }) => history.map(({ type }) => type)));
    const missing = projection.handles.flatMap(({ declared: of }) =>
      Object.keys(of).filter((type) => !types.has(type)),
    );
    expect(missing).toEqual([]);
  });

  it('has a row in which each column is filled', () => {
    const rows = Object.values(rowsOf(projection)).flat();
    const isFilled = (value: unknown) => value !== null && value !== false && JSON.stringify(value) !== '[]';
    const empty = Object.keys(projection.columns).filter((name) => !rows.some((row) => isFilled(row[name])));
    expect(empty).toEqual([]);
  });
});
