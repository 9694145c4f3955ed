import type { Field } from './operations.js';

// The API's description has fields by the alphabet; people say what it is about before they say why.
const first = [
  'what',
  'items',
  'outcome',
  'criteria',
  'met',
  'agrees',
  'decidedBy',
  'body',
  'reasonCode',
  'cause',
];
const last = ['reason', 'note', 'legalBasis', 'documentDigest'];

/** Fields in the order in which they are asked for: those that a page names first, then by what they usually are; the rest stay where they were. */
export function inOrder<F extends Pick<Field, 'name'>>(
  fields: readonly F[],
  named: readonly string[] = [],
): readonly F[] {
  const begin = [...named, ...first];
  const rank = ({ name }: F) =>
    begin.includes(name) ? begin.indexOf(name) : begin.length + last.indexOf(name) + 1;
  return fields.toSorted((one, other) => rank(one) - rank(other));
}
