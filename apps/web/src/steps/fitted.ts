import type { Choice } from '../ui/choose-one.js';
import type { Field } from './operations.js';
import { isObject, startingValues, type Values, valueAt, withValue } from './values.js';

/** What the page says of a form as it is now; what stands in it, or in a draft of it, may be older. */
export interface Page {
  readonly preset: Values;
  readonly isHidden: (path: string) => boolean;
  readonly choicesFor: (path: string) => readonly Choice[] | undefined;
}

interface Fitted {
  readonly values: Values;
  /** Paths of what did not fit any more. */
  readonly unfit: readonly string[];
}

/** What of the values fits the form as it is now: the rows that the page has, and of what is chosen only what can be. */
export function fitted(fields: readonly Field[], values: Values, page: Page, within = ''): Fitted {
  const unfit: string[] = [];
  const all = { ...values };
  for (const field of fields) {
    const path = within + field.name;
    if (page.isHidden(path)) continue;
    const { value, isUnfit } = fitOf(field, values[field.name], page, path, unfit);
    if (isUnfit) unfit.push(path);
    if (value !== values[field.name]) all[field.name] = value;
  }
  return { values: all, unfit };
}

/** With this typed at a path of the rows that the page has. What is chosen elsewhere stays, also while what can be chosen is not read yet. */
export const withTyped = (
  fields: readonly Field[],
  values: Values,
  page: Page,
  path: string,
  typed: unknown,
): Values => {
  const rows = fitted(fields, values, { ...page, choicesFor: () => undefined });
  return withValue(rows.values, path, typed);
};

function fitOf(field: Field, value: unknown, page: Page, path: string, unfit: string[]) {
  const kept = { value, isUnfit: false };
  const inside = (fields: readonly Field[], of: unknown, within: string) => {
    const fit = fitted(fields, isObject(of) ? of : {}, page, within);
    unfit.push(...fit.unfit);
    return fit.values;
  };
  switch (field.kind) {
    case 'group':
      return isObject(value) ? { ...kept, value: inside(field.fields, value, `${path}.`) } : kept;
    case 'rows': {
      if (!Array.isArray(value)) return kept;
      const rows = value as readonly Values[];
      const { as, isUnfit } = page.isHidden(`${path}[]`)
        ? asOnPage(field, rows, page, path)
        : { as: rows, isUnfit: false };
      return { value: as.map((row, at) => inside(field.fields, row, `${path}[${at}].`)), isUnfit };
    }
    case 'id':
    case 'code':
      return typeof value === 'string' && value !== '' && !mayBeChosen(field, page, path, value)
        ? { value: undefined, isUnfit: true }
        : kept;
    case 'ids':
    case 'codes': {
      if (!Array.isArray(value)) return kept;
      const left = (value as readonly string[]).filter((one) => mayBeChosen(field, page, path, one));
      return left.length === value.length ? kept : { value: left, isUnfit: true };
    }
    case 'date':
    case 'time':
    case 'flag':
    case 'free':
    case 'text':
    case 'lines':
    case 'number':
      return kept;
  }
}

function mayBeChosen(field: Field, { choicesFor }: Page, path: string, value: string): boolean {
  const choices =
    choicesFor(path)?.map((choice) => choice.value) ?? ('codes' in field ? field.codes : undefined);
  return choices === undefined || choices.includes(value);
}

/** The rows that the page has, each with what was typed in the row of the same: what is preset and not shown tells which that is. */
function asOnPage(
  field: Extract<Field, { kind: 'rows' }>,
  rows: readonly Values[],
  { preset, isHidden }: Page,
  path: string,
) {
  const given = valueAt(preset, path);
  const telling = field.fields.filter(({ name }) => isHidden(`${path}[].${name}`)).map(({ name }) => name);
  if (!Array.isArray(given) || telling.length === 0) return { as: rows, isUnfit: false };
  const isSame = (one: Values, other: Values) => telling.every((name) => one[name] === other[name]);
  const as = (given as readonly Values[]).map(
    (row) => rows.find((typed) => isSame(typed, row)) ?? startingValues(field.fields, row),
  );
  const isUnfit = as.some((row) => !rows.includes(row)) || rows.some((row) => !as.includes(row));
  return { as, isUnfit };
}
