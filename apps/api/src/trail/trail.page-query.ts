import type { Purpose } from '#personal-data';
import { ListQuery } from '../lists/list.query.js';
import { OptionalField, rule } from '../validation/decorators.js';
import { sayFault } from '../problems/fault-sentences.js';

const purposes = ['COMPLAINT', 'RECORDED_IN_ERROR'] as const satisfies readonly Purpose[];
export type TrailPurpose = (typeof purposes)[number];

/** A page of a trail, and what it is read for. */
export class TrailPageQuery extends ListQuery {
  @OptionalField()
  @rule(
    'purpose',
    sayFault('one-of', { codes: purposes.join(', ') }),
    (value) => purposes.some((purpose) => purpose === value),
    { type: 'string', pattern: `^(${purposes.join('|')})$`, default: 'COMPLAINT' },
    'What the trail is read for. Texts about the wrong person, or in the wrong case, are shown for RECORDED_IN_ERROR alone',
  )
  purpose?: TrailPurpose;
}
