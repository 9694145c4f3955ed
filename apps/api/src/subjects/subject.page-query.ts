import type { Purpose } from '#personal-data';
import { sayFault } from '../problems/fault-sentences.js';
import { ReadQuery } from '../reading/page.query.js';
import { OptionalField, rule } from '../validation/decorators.js';

export type SubjectPurpose = Extract<Purpose, 'CONTACT'>;

export class SubjectPageQuery extends ReadQuery {
  @OptionalField()
  @rule(
    'purpose',
    sayFault('one-of', { codes: 'CONTACT' }),
    (value) => value === 'CONTACT',
    { type: 'string', pattern: '^CONTACT$' },
    'What the page is read for. How to reach somebody with a protected address is shown for CONTACT alone',
  )
  purpose?: SubjectPurpose;
}
