import { boundsOf, type Shown } from '../domain/publication/shown.js';
import { amountOf } from './lines.js';
import { saidOf } from './shown-words.js';
import { type ToldBreakdown, type ToldTable, type ToldTheme } from './tell.js';

type Language = 0 | 1;

/** A bar in thousandths of the longest of its chart: whole numbers, so that the same numbers are the same bytes. */
const thousandths = (number: number, longest: number) => Math.round((1000 * number) / longest);
const mostOf = (shown: Shown) => {
  const [least, most] = boundsOf(shown);
  return Number.isFinite(most) ? most : least;
};

/** A breakdown as it is printed: each line said, with the bar that is drawn of it. */
function printedBreakdown({ name, lines }: ToldBreakdown, language: Language) {
  const some = (lines ?? []).filter(
    ({ shown, before }) => mostOf(shown) > 0 || (before !== null && mostOf(before) > 0),
  );
  const longest = Math.max(
    1,
    ...some.flatMap(({ shown, before }) => [mostOf(shown), before ? mostOf(before) : 0]),
  );
  return {
    name: name[language],
    lines: some.map(({ label, shown, before, depth }) => ({
      label: label[language],
      said: saidOf(shown, language),
      before: before === null ? '' : saidOf(before, language),
      depth,
      least: thousandths(boundsOf(shown)[0], longest),
      most: thousandths(mostOf(shown), longest),
      mark: before === null ? null : thousandths(boundsOf(before)[0], longest),
    })),
  };
}

/** What stands first of a figure: of days the median, else the total. */
export function headOf(table: ToldTable, language: Language): string {
  const median = table.measures.find(({ name }) => name === 'MEDIAN');
  if (!table.isOfDays) return table.hasTotal ? saidOf(table.total, language) : '';
  if (median?.value === null || median === undefined) {
    return (['for få til å vises', 'for få til å visast'] as const)[language];
  }
  return amountOf(median.value, median.unit)[language];
}

/** What is told beside it: the other measures, and how it was before. */
export function noteOf(table: ToldTable, language: Language): string {
  const { measures, before, total } = table;
  const days = table.isOfDays;
  const parts = measures.flatMap(({ name, label, value, unit }) =>
    value === null || (days && name === 'MEDIAN') || (name === 'EXCLUDED' && value === 0)
      ? []
      : [`${label[language]} ${amountOf(value, unit)[language]}`],
  );
  const cases = days ? [`median, saker i alt ${saidOf(total, language)}`] : [];
  const last = !days && before !== null ? [`sist ${saidOf(before, language)}`] : [];
  const hidden = table.breakdowns.some(({ lines }) => lines === null)
    ? [(['for små tall til å fordeles', 'for små tal til å fordelast'] as const)[language]]
    : [];
  return [...cases, ...parts, ...last, ...hidden].join(' · ');
}

/** Themes as they are printed; figures of which there is nothing are named together. */
export const printedThemes = (themes: readonly ToldTheme[], language: Language) =>
  themes.map(({ name, tables }) => {
    const nothing = tables.filter(({ hasTotal, total }) => hasTotal && total !== null && mostOf(total) === 0);
    return {
      name: name[language],
      figures: tables
        .filter((table) => !nothing.includes(table))
        .map((table) => ({
          name: table.name[language],
          said: headOf(table, language),
          note: noteOf(table, language),
          breakdowns: table.breakdowns
            .map((one) => printedBreakdown(one, language))
            .filter(({ lines }) => lines.length > 0),
        })),
      none:
        nothing.length === 0
          ? ''
          : `Ingen i perioden: ${nothing.map((table) => table.name[language].toLowerCase()).join('; ')}.`,
    };
  });
