import { type Block, capital, dayInWords, type LetterDocument, wordOf } from '#correspondence';
import { packageEntries } from '#vocabulary';
import { fileOf, indexOf, type IndexEntry } from './case-index.js';
import { own, type Telling } from './entries.js';
import type { Heading, Known } from './known.js';
import { notNeeded, packageGaps } from './lacks.js';
import { heading, labelled, list, paragraph, type Part, plain, strong } from './parts.js';
import { counted, wordsIn } from './words.js';

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
  if (entry === 'RULES') parts.push(`${say('asOn')} ${dayInWords(known.law.day)}`);
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
