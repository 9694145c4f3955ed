import type { UnitName } from '#reporting';
import { units } from '#vocabulary';
import type { Saying } from '../lists/saying.js';
import { date, flag, instant, integer, list, object, orNull, type Shape, text } from '../reading/shape.js';

/** Units as the municipality calls them, in both languages. */
export const unitNameIn =
  (say: Saying): UnitName =>
  (code) =>
    say.both(units, code);

const pair: Shape = {
  type: 'array',
  items: text(),
  minItems: 2,
  maxItems: 2,
  description: 'Bokmål, nynorsk',
};
const shown = {
  oneOf: [object({ exact: integer() }), object({ from: integer(), to: orNull(integer()) })],
  description: 'The number, or between which it lies',
} as Shape;
const line = object({
  label: pair,
  shown,
  before: orNull(shown),
  depth: {
    ...integer(),
    description: 'How far it stands under the line above, of which it tells a part',
  } as Shape,
  cell: orNull(text('By which to ask who is behind it')),
});
const table = object({
  id: text(),
  name: pair,
  counts: pair,
  source: pair,
  isOfDays: flag('Whether it counts days: its median is what rises and falls'),
  hasTotal: flag(),
  total: orNull(shown),
  before: orNull(shown),
  cell: orNull(text()),
  measures: list(
    object({
      name: text(),
      label: pair,
      value: orNull(integer()),
      unit: text('DAYS, WEEKS or COUNT'),
    }),
  ),
  target: orNull(
    object({
      days: integer(),
      isMet: orNull(flag('Whether nine of ten were within it; null where that is not told')),
    }),
  ),
  breakdowns: list(object({ dimension: text(), name: pair, lines: orNull(list(line)) })),
  trend: list(object({ from: date(), to: date(), shown: orNull(shown) })),
});
export const themesShape = list(object({ id: text(), name: pair, tables: list(table) }));
export const profileChanges = list(date('On which another profile came into force within the period'));
export const toldShape = {
  statusOn: date(),
  rules: text(),
  recordedAt: instant(),
  profileChanges,
  themes: themesShape,
};
