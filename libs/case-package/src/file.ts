import {
  type Block,
  capital,
  dayInWords,
  type LetterDocument,
  type Line,
  visible,
  wordOf,
} from '#correspondence';
import { packageEntries } from '#vocabulary';
import { fileOf, indexOf, type IndexEntry } from './case-index.js';
import type { Heading, Known, ToldEvent } from './known.js';
import { notNeeded, packageGaps } from './lacks.js';
import { counted, wordsIn } from './words.js';

type Part = Block extends infer One ? (One extends Block ? Omit<One, 'elements'> : never) : never;
interface Telling extends Heading {
  readonly say: ReturnType<typeof wordsIn>;
  readonly known: Known;
}

const plain = (text: string): Line => [{ text: visible(text).replaceAll(/\s*\n\s*/g, ' ') }];
const strong = (text: string): Line => [{ text: visible(text), strong: true }];
const labelled = (label: string, text: string): Line => [...strong(`${label}: `), ...plain(text)].map(spaced);
/** A label keeps the space behind its colon. */
const spaced = (run: Line[number], at: number): Line[number] =>
  at === 0 ? { ...run, text: `${run.text} ` } : run;
const paragraph = (...lines: readonly Line[]): Part => ({ kind: 'paragraph', lines });
const heading = (level: 1 | 2 | 3, text: string): Part => ({ kind: 'heading', level, line: plain(text) });
const list = (items: readonly Line[], isOrdered = false): readonly Part[] =>
  items.length === 0 ? [] : [{ kind: 'list', isOrdered, items }];
/** Somebody's own text: its lines stay, an empty one begins another paragraph. */
const paragraphs = (text: string): readonly Part[] =>
  visible(text)
    .split(/\n\s*\n/)
    .map((one) => paragraph(...one.split('\n').map(plain)));

/** Everything that Samspor tells of the case, as one document: the same for the same case, day and reader. */
export function packageFile(heading_: Heading, known: Known, index = indexOf(known)): LetterDocument {
  const to: Telling = { ...heading_, say: wordsIn(heading_.language), known };
  const title = to.say(known.complaint === undefined ? 'rehearsalTitle' : 'title');
  const parts = [heading(1, title), top(to), heading(2, to.say('contents')), contents(index, to)];
  const blocks = [...parts, ...index.flatMap((entry) => section(entry, to))];
  return { language: to.language, title, blocks: blocks.map((part) => ({ ...part, elements: [] }) as Block) };
}

function top({ say, person, caseNumber, municipality, madeOn, madeBy, upTo }: Telling): Part {
  const lines = [
    labelled(say('person'), person),
    ...(caseNumber === undefined ? [] : [labelled(say('caseNumber'), caseNumber)]),
    labelled(say('municipality'), municipality),
    labelled(say('madeOn'), dayInWords(madeOn)),
    labelled(say('madeBy'), madeBy),
    labelled(say('upTo'), upTo),
  ];
  return { kind: 'box', lines };
}

const nameOf = ({ entry }: IndexEntry, { language }: Telling) =>
  capital(wordOf(packageEntries, entry, language));

function contents(index: readonly IndexEntry[], to: Telling): Part {
  const rows = index.map((entry) => [
    plain(String(entry.number)),
    plain(nameOf(entry, to)),
    plain(stateOf(entry, to)),
  ]);
  return {
    kind: 'table',
    wide: 1,
    head: [plain(to.say('number')), plain(to.say('entry')), plain(to.say('state'))],
    rows,
  };
}

function stateOf(
  { entry, events, documents, empty, explanation }: IndexEntry,
  { say, language, known }: Telling,
): string {
  if (empty && 'gap' in empty) return say(explanation === undefined ? 'lacksUnexplained' : 'lacks');
  const told = entry === 'TRAIL' ? known.events.length : events.length;
  const parts = [
    ...(told > 0 ? [counted(language, 'event', told)] : []),
    ...(documents.length > 0 ? [counted(language, 'file', documents.length)] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  return say(empty === undefined ? 'there' : 'notNeeded');
}

function section(entry: IndexEntry, to: Telling): readonly Part[] {
  const { say } = to;
  const { number, events, documents } = entry;
  const files = documents.map((document) =>
    labelled(`${number}.${document.place}`, `${document.inWords} (${fileOf(entry, document)})`),
  );
  return [
    heading(2, `${number} ${nameOf(entry, to)}`),
    ...lacking(entry, to),
    ...(own[entry.entry]?.(to) ?? []),
    ...events.map((event) =>
      paragraph(strong(`${dayInWords(event.occurredOn)}: ${event.title}`), plain(event.sentence)),
    ),
    ...(files.length === 0 ? [] : [paragraph(strong(`${say('files')}:`)), ...list(files)]),
  ];
}

function lacking({ empty, explanation }: IndexEntry, { say, language }: Telling): readonly Part[] {
  if (empty === undefined) return [];
  if ('notNeeded' in empty) return [paragraph(plain(wordOf(notNeeded, empty.notNeeded, language)))];
  const lack = labelled(say('lack'), wordOf(packageGaps, empty.gap, language));
  const why =
    explanation === undefined ? plain(say('unexplained')) : labelled(say('explanation'), explanation);
  return [{ kind: 'box', lines: [lack, why] }];
}

/** What an entry tells beside its events and documents. */
const own: Partial<Readonly<Record<IndexEntry['entry'], (to: Telling) => readonly Part[]>>> = {
  RULES: ({ say, known }) =>
    known.rules.length === 0
      ? []
      : [
          paragraph(plain(say('rulesThen'))),
          {
            kind: 'table',
            wide: 0,
            head: (['rule', 'legalBasis', 'period', 'version'] as const).map((which) => plain(say(which))),
            rows: known.rules.map((rule) =>
              [rule.name, rule.legalBasis, rule.period, rule.version].map(plain),
            ),
          },
          ...list(known.periods.map(plain)),
        ],
  DELEGATION: ({ known }) => (known.delegation === undefined ? [] : [paragraph(plain(known.delegation))]),
  PLAN: (to) => plansIn(to),
  STATEMENT: ({ say, known }) =>
    known.statement === undefined
      ? []
      : [paragraph(strong(`${say('statement')}:`)), ...paragraphs(known.statement)],
  TRAIL: ({ say, known }) => [
    paragraph(plain(say('trail'))),
    ...list(
      known.events.map((event) => entryLine(event, say)),
      true,
    ),
  ],
  LEFT_OUT: ({ say, known }) =>
    list([
      ...known.leftOut.map(plain),
      ...known.documents.flatMap(({ leftOut, inWords }) =>
        leftOut === undefined ? [] : [labelled(say('documentLeftOut'), `${inWords}: ${leftOut}`)],
      ),
      plain(say('alwaysLeftOut')),
      plain(say('alwaysUnprinted')),
    ]),
};

function plansIn({ say, known: { plans, decision }, madeOn }: Telling): readonly Part[] {
  if (plans.length === 0) return [];
  const on = (day: string) => {
    const running = plans.filter(
      ({ startedOn, closedOn }) => startedOn <= day && (closedOn === undefined || closedOn > day),
    );
    return running.length === 0
      ? say('noPlan')
      : running.map(({ startedOn }) => `${say('planSince')} ${dayInWords(startedOn)}`).join(', ');
  };
  return list([
    ...(decision === undefined ? [] : [labelled(say('planThen'), on(decision.decidedOn))]),
    labelled(say('planNow'), on(madeOn)),
    plain(say('planContent')),
  ]);
}

/** An entry of the trail: what happened and when, then when it was recorded and by whom, and what was put right. */
function entryLine(
  { occurredOn, title, sentence, recorded, notes, isStruckOut }: ToldEvent,
  say: Telling['say'],
): Line {
  const struck = isStruckOut ? `${say('struckOut')}. ` : '';
  const runs = [
    ...strong(`${dayInWords(occurredOn)}: ${title}. `),
    ...plain(sentence),
    ...plain(`(${recorded})`),
  ];
  return [...runs, ...notes.flatMap(plain)].map((run, at) =>
    at === 0
      ? { ...run, text: `${run.text} ${struck}` }
      : { ...run, text: at === 1 ? run.text : ` ${run.text}` },
  );
}
