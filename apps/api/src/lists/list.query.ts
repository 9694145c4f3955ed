import { sayFault } from '../problems/fault-sentences.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { isText, OptionalField, rule } from '../validation/decorators.js';
import { type Delimiter, delimiters } from './csv.js';

const DelimiterOfFile = () =>
  rule(
    'delimiter',
    sayFault('delimiter'),
    (value) => isText(value) && delimiters.includes(value as Delimiter),
    { type: 'string', enum: [...delimiters], default: ';' },
    'What parts the cells of a CSV',
  );

/** What a list takes that goes out again: a page of it, and how a CSV of it is written. */
export class ListQuery extends PageQuery {
  @OptionalField()
  @DelimiterOfFile()
  delimiter?: Delimiter;
}

/** The same of a list that is answered whole. */
export class WholeListQuery extends ReadQuery {
  @OptionalField()
  @DelimiterOfFile()
  delimiter?: Delimiter;
}
