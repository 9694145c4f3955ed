import type { Block, Line, Part, Run } from '../document.js';
import type { Element } from '../elements.js';
import { mark, type Value } from './expand.js';

const { value, end, tag, element, over } = mark;
const aValue = new RegExp(`(${value}\\d+${end}|\\*\\*)`);
const numberIn = new RegExp(`^${value}(\\d+)${end}$`);
const border = new RegExp(`^${element}([A-Z_]*)${over}$`);
const ruler = /^\|[\s|:-]+\|$/;

type Kind = Part['kind'] | 'ordered';
/** Lines of one kind that stand together. */
interface Gathered {
  readonly kind: Kind;
  readonly lines: string[];
}

/** Reads what a template's text was expanded to: headings, paragraphs, lists, boxes and tables, each line as it stands. */
export function blocksIn(expanded: string, values: readonly Value[]): readonly Block[] {
  const blocks: Block[] = [];
  const within: Element[] = [];
  let gathered: Gathered | undefined;
  const close = () => {
    if (gathered) {
      blocks.push(...partsOf(gathered, values).map((part) => ({ ...part, elements: [...within] })));
    }
    gathered = undefined;
  };
  for (const line of linesOf(expanded)) {
    const found = border.exec(line);
    if (found || line === '') close();
    if (found?.[1] === '') within.pop();
    else if (found?.[1] !== undefined) within.push(found[1] as Element);
    if (found || line === '') continue;
    const kind = kindOf(line);
    if (gathered?.kind !== kind || kind === 'heading') close();
    gathered ??= { kind, lines: [] };
    gathered.lines.push(line);
  }
  close();
  return blocks;
}

/** Its lines, without those that held nothing but tags. */
function linesOf(expanded: string): readonly string[] {
  return expanded.split('\n').flatMap((line) => {
    const text = line.replaceAll(tag, '').trim();
    return text === '' && line.includes(tag) ? [] : [text];
  });
}

function kindOf(line: string): Kind {
  if (/^#{1,3} /.test(line)) return 'heading';
  if (line.startsWith('- ')) return 'list';
  if (/^\d+\. /.test(line)) return 'ordered';
  if (line.startsWith('> ')) return 'box';
  return line.startsWith('|') ? 'table' : 'paragraph';
}

function partsOf({ kind, lines }: Gathered, values: readonly Value[]): readonly Part[] {
  const runs = (text: string) => runsIn(text, values);
  const inOne = (text: string) => joined(runs(text));
  switch (kind) {
    case 'heading':
      return lines.map((line) => {
        const [signs = '#', ...words] = line.split(' ');
        return { kind, level: signs.length as 1 | 2 | 3, line: inOne(words.join(' ')) };
      });
    case 'list':
    case 'ordered': {
      const items = lines.map((line) => inOne(line.replace(/^(- |\d+\. )/, '')));
      return [{ kind: 'list', isOrdered: kind === 'ordered', items }];
    }
    case 'box':
      return [{ kind, lines: lines.flatMap((line) => brokenUp(runs(line.slice(2))).flat()) }];
    case 'table': {
      const [head = [], ...rows] = lines
        .filter((line) => !ruler.test(line))
        .map((line) => cellsIn(line).map(inOne));
      return [{ kind, head, rows }];
    }
    case 'paragraph':
      return paragraphsOf(lines.map(runs));
  }
}

const cellsIn = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** The text in stretches: what stands between two `**` is strong, a value is whatever it is. */
function runsIn(text: string, values: readonly Value[]): Line {
  let isStrong = false;
  return text.split(aValue).flatMap((part): Run[] => {
    if (part === '**') {
      isStrong = !isStrong;
      return [];
    }
    const told = numberIn.exec(part);
    const found = told ? values[Number(told[1])] : undefined;
    if (!found && part === '') return [];
    const voice = isStrong ? { strong: true as const } : {};
    return [found ? { text: found.text, field: found.field, ...voice } : { text: part, ...voice }];
  });
}

/** A value with lines of its own, as paragraphs of lines: an empty line in it begins another paragraph. */
function brokenUp(line: Line): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [[[]]];
  for (const run of line) {
    const [first = '', ...others] = run.text.replaceAll('\r', '').split('\n');
    append(paragraphs, { ...run, text: first });
    for (const text of others) {
      if (text.trim() === '') paragraphs.push([[]]);
      else {
        const last = paragraphs.at(-1);
        if (last?.at(-1)?.length !== 0) last?.push([]);
        append(paragraphs, { ...run, text });
      }
    }
  }
  return paragraphs.filter((lines) => lines.some((one) => one.length > 0));
}

function append(paragraphs: Line[][], run: Run): void {
  const last = paragraphs.at(-1);
  const line = last?.at(-1);
  if (last && line) last[last.length - 1] = [...line, run];
}

function paragraphsOf(lines: readonly Line[]): readonly Part[] {
  const paragraphs: Line[][] = [];
  lines.forEach((line, index) =>
    brokenUp(line).forEach((broken, part) => {
      const last = paragraphs.at(-1);
      // The first part of a line goes on with what stands above it.
      if (part === 0 && index > 0 && last) last.push(...broken);
      else paragraphs.push([...broken]);
    }),
  );
  return paragraphs.map((told) => ({ kind: 'paragraph', lines: told }));
}

/** In a heading, a list or a table a value's own lines are one. */
const joined = (line: Line): Line =>
  line.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }));
