import { Parser } from 'saxen';
import { say } from '../faults.js';
import { UnreadableFile } from '../grid.js';

/** What a walk tells. Names come without the prefix of their namespace. */
interface Heard {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** One walk over a document. Fails where it is no XML, or oddly written. Knows no entities but those of XML itself, and refuses whoever declares others. */
export function walk(xml: string, { open, close, text }: Heard): void {
  // A part that is not there.
  if (xml === '') return;
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableFile(say('declares-entities'));
  refuseOddTags(xml);
  let depth = 0;
  const parser = new Parser().on('openTag', (name, attributes, decode) => {
    depth += 1;
    if (depth > mostDepth) throw new UnreadableFile(say('unreadable-workbook'));
    let given: Readonly<Record<string, string>> | undefined;
    open(bare(name), (asked) => {
      given ??= attributes() ?? {};
      const value = valueIn(given, asked);
      return value === undefined ? undefined : decode(value);
    });
  });
  // An attribute that it cannot read would be passed over.
  parser.on('warn', (warning) => {
    throw warning;
  });
  parser.on('closeTag', (name) => {
    depth -= 1;
    close?.(bare(name));
  });
  if (text) {
    parser.on('text', (raw, decode) => text(decode(raw)));
    parser.on('cdata', text);
  }
  parser.parse(xml);
}

/** No part of a workbook nests so deeply. */
const mostDepth = 100;
/** Letters of one tag: a spreadsheet writes some hundreds. */
const mostOfTag = 4_096;

/** Refuses a tag with attributes without end before anything is made of them. What is no tag, such as CDATA, has none. */
function refuseOddTags(xml: string): void {
  for (let at = xml.indexOf('<'); at >= 0;) {
    const end = xml.indexOf('>', at);
    if (end < 0) return;
    if (end - at > mostOfTag && xml[at + 1] !== '!') throw new UnreadableFile(say('unreadable-workbook'));
    at = xml.indexOf('<', end);
  }
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

function valueIn(given: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(given, name)) return given[name];
  const prefixed = Object.keys(given).find((one) => bare(one) === name && !one.startsWith('xmlns'));
  return prefixed === undefined ? undefined : given[prefixed];
}
