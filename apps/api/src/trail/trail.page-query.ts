import type { Purpose } from '#personal-data';
import { PageQuery } from '../reading/page.query.js';
import { isText, OptionalField, rule } from '../validation/decorators.js';
import { type Delimiter, delimiters } from './csv.js';
import { sayFault } from '../problems/fault-sentences.js';

const purposes = ['COMPLAINT', 'RECORDED_IN_ERROR'] as const satisfies readonly Purpose[];
export type TrailPurpose = (typeof purposes)[number];

/** A page of a trail, what it is read for, and how a CSV of it is written. */
export class TrailPageQuery extends PageQuery {
  @OptionalField()
  @rule(
    'purpose',
    sayFault('one-of', { codes: purposes.join(', ') }),
    (value) => purposes.some((purpose) => purpose === value),
    { type: 'string', pattern: `^(${purposes.join('|')})$`, default: 'COMPLAINT' },
    'What the trail is read for. Texts about the wrong person, or in the wrong case, are shown for RECORDED_IN_ERROR alone',
  )
  purpose?: TrailPurpose;

  @OptionalField()
  @rule(
    'delimiter',
    sayFault('delimiter'),
    (value) => isText(value) && delimiters.includes(value as Delimiter),
    { type: 'string', enum: [...delimiters], default: ';' },
    'What parts the cells of a CSV',
  )
  delimiter?: Delimiter;
}
