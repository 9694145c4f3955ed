import { capital, dayInWords, type PrintedReport, ReportPrinter } from '#correspondence';
import type { Pair } from '#event-sourcing';
import { type FileLine, headOf, noteOf, plusDays, printedThemes, reportSections } from '#reporting';
import type { Saying } from '../lists/saying.js';
import { type Column, type Table, text } from '../lists/table.js';
import type { ToldReport } from './report-telling.js';

const column = (heading: Pair, value: (line: FileLine) => Pair | undefined): Column<FileLine> =>
  text(heading, (line, say: Saying) => {
    const pair = value(line);
    return pair === undefined ? null : say.in(pair);
  });

/** What leaves the unit as a list: a number a line, small counts in words. */
export const editionTable = (reportId: string): Table<FileLine> => ({
  title: ['Tall til forumet', 'Tal til forumet'],
  name: `rapport-${reportId.slice(0, 8)}`,
  columns: [
    column(['Del', 'Del'], ({ theme }) => theme),
    column(['Tall', 'Tal'], ({ figure }) => figure),
    column(['Fordelt på', 'Fordelt på'], ({ dimension }) => dimension),
    column(['Hva', 'Kva'], ({ cell }) => cell),
    column(['Nå', 'No'], ({ now }) => now),
    column(['Sist', 'Sist'], ({ before }) => before),
    column(['Hva tallet er', 'Kva talet er'], ({ counts }) => counts),
  ],
});

const words = {
  nb: {
    title: 'Rapport til samarbeidsforumet',
    lead: 'Periode: {from} til {to}. Tallene er tatt ut {frozen} og endrer seg ikke. Små tall er slått sammen eller skrevet med ord, så ingen kan regne seg fram til noen.',
    now: 'Nå',
    before: 'Sist',
    footer:
      'Prikket stolpe: mellom hvilke tall det ligger. Strek: forrige periode. Regler {rules}, {publication}.',
  },
  nn: {
    title: 'Rapport til samarbeidsforumet',
    lead: 'Periode: {from} til {to}. Tala er tekne ut {frozen} og endrar seg ikkje. Små tal er slegne saman eller skrivne med ord, så ingen kan rekne seg fram til nokon.',
    now: 'No',
    before: 'Sist',
    footer: 'Prikka stolpe: mellom kva tal det ligg. Strek: førre periode. Reglar {rules}, {publication}.',
  },
} as const;
const filled = (sentence: string, values: Readonly<Record<string, string>>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const asked = ['A7', 'D2', 'GAP', 'E1', 'P1', 'C1'];
const printer = new ReportPrinter();

/** The forum's pages: who waits, how long, who has no coordinator, what costs, first of all. The same report is the same bytes. */
export function editionPdf(told: ToldReport): Buffer {
  const { report, say, edition, forum, recordedAt, municipality, sections } = told;
  const { language } = say;
  const at = language === 'nn' ? 1 : 0;
  const said = words[language];
  const date = report.frozen?.frozenOn ?? recordedAt.slice(0, 10);
  const tables = forum.flatMap((theme) => theme.tables);
  const printed: PrintedReport = {
    language,
    title: `${said.title}, ${municipality}`,
    author: municipality,
    date,
    lead: filled(said.lead, {
      from: dayInWords(report.from),
      to: dayInWords(plusDays(report.to, -1)),
      frozen: dayInWords(date),
    }),
    keys: asked.flatMap((id) => {
      const table = tables.find((one) => one.id === id);
      return table === undefined
        ? []
        : [{ name: table.name[at], said: headOf(table, at), note: noteOf(table, at) }];
    }),
    sections: reportSections.codes.flatMap((section) => {
      const written = sections[section];
      const name = say.in(reportSections.words[section]);
      return written === undefined ? [] : [{ name: capital(name), text: written }];
    }),
    themes: printedThemes(forum, at),
    heads: { now: said.now, before: said.before },
    footer: filled(said.footer, { rules: edition.rules, publication: edition.publication }),
  };
  return printer.print(printed);
}
