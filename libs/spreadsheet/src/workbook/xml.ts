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
  const parser = new Parser().on('openTag', (name, attributes, decode) => {
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
  if (close) parser.on('closeTag', (name) => close(bare(name)));
  if (text) {
    parser.on('text', (raw, decode) => text(decode(raw)));
    parser.on('cdata', text);
  }
  parser.parse(xml);
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

function valueIn(given: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(given, name)) return given[name];
  const prefixed = Object.keys(given).find((one) => bare(one) === name && !one.startsWith('xmlns'));
  return prefixed === undefined ? undefined : given[prefixed];
}
