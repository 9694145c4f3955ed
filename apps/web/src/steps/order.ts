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

const rank = ({ name }: Pick<Field, 'name'>) => {
  const early = first.indexOf(name);
  return early === -1 ? first.length + last.indexOf(name) + 1 : early;
};

/** Fields in the order in which they are asked for; those that it does not matter for stay where they were. */
export const inOrder = <F extends Pick<Field, 'name'>>(fields: readonly F[]): readonly F[] =>
  fields.toSorted((one, other) => rank(one) - rank(other));
