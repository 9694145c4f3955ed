import { isText, OptionalField, rule } from '../validation/decorators.js';
import { sayFault } from '../problems/fault-sentences.js';

const opaque = (name: string, description: string) =>
  rule(
    name,
    sayFault('given-back'),
    (value) => isText(value) && /^[A-Za-z0-9_-]{1,1000}$/.test(value),
    { type: 'string', maxLength: 1000 },
    description,
  );

const mostRows = 200;
const usualRows = 50;

/** A parameter of an address is a text: numbers are read from it here, and nowhere by conversion. */
const Limit = () =>
  rule(
    'limit',
    sayFault('limit', { most: String(mostRows) }),
    (value) => isText(value) && /^[1-9]\d{0,2}$/.test(value) && Number(value) <= mostRows,
    { type: 'integer', minimum: 1, maximum: mostRows, default: usualRows },
  );

/** What every query takes. */
export class ReadQuery {
  @OptionalField()
  @opaque('readAfter', 'What a command answered with: the answer will show at least that')
  readAfter?: string;
}

/** What every list takes. */
export class PageQuery extends ReadQuery {
  @OptionalField()
  @opaque('cursor', 'The cursor `next` of the page before')
  after?: string;

  @OptionalField()
  @Limit()
  limit?: string;
}

export const limitOf = ({ limit }: PageQuery) => (limit === undefined ? usualRows : Number(limit));
