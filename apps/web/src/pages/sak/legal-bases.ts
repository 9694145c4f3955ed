import type { Read } from '../../api/read.js';
import { readDay } from '../../dates/read-day.js';
import { today } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import type { ChoicesFor } from '../../steps/step-form-props.js';
import { type Values, valueAt } from '../../steps/values.js';

export type Right = Read<'/v1/labels/law'>['rights'][number];

/** The sections that give a right to one of these items on a day. */
export const basesFor = (
  rights: readonly Right[],
  items: readonly unknown[],
  day: string,
): readonly string[] => [
  ...new Set(
    rights
      .filter(
        ({ item, validFrom, validUntil }) =>
          items.includes(item) && validFrom <= day && (validUntil === null || day <= validUntil),
      )
      .map(({ legalBasis }) => legalBasis),
  ),
];

/** What a decision may rest on as it stands in its form: each item by itself, and those that name none of their own. `wordOf` tells what a section is called. */
export function legalBasisChoices(
  rights: readonly Right[] | undefined,
  wordOf: (basis: string) => string,
): Readonly<Record<string, ChoicesFor>> {
  const choices = (items: readonly unknown[], values: Values) =>
    rights && basesFor(rights, items, dayOf(values)).map((value) => ({ value, label: wordOf(value) }));
  return {
    'items[].legalBasis': (values, path) =>
      choices([valueAt(values, path.replace(/legalBasis$/, 'item'))], values),
    legalBasis: (values) => choices(itemsIn(values), values),
  };
}

const itemsIn = ({ items }: Values) =>
  Array.isArray(items) ? items.map((row) => (row as Values)['item']) : [];

/** The day of the decision as it is typed; today's while it is none. */
function dayOf(values: Values): string {
  const typed = valueAt(values, 'decidedBy.decidedOn');
  const read = readDay(typeof typed === 'string' ? typed : '', 'behind', language());
  return read.kind === 'day' ? read.day : today();
}
