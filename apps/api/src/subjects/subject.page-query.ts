import type { Purpose } from '#personal-data';
import { sayFault } from '../problems/fault-sentences.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { OptionalField, rule } from '../validation/decorators.js';

export type SubjectPurpose = Extract<Purpose, 'CONTACT'>;

const purposeDecorator = (says: string) =>
  rule(
    'purpose',
    sayFault('one-of', { codes: 'CONTACT' }),
    (value) => value === 'CONTACT',
    { type: 'string', pattern: '^CONTACT$' },
    says,
  );

export class PersonSearchPageQuery extends PageQuery {
  @OptionalField()
  @purposeDecorator(
    'Who has a protected address is found by the number alone, and for CONTACT alone: no list has them',
  )
  purpose?: SubjectPurpose;
}

export class SubjectPageQuery extends ReadQuery {
  @OptionalField()
  @purposeDecorator(
    'What the page is read for. How to reach somebody with a protected address is shown for CONTACT alone',
  )
  purpose?: SubjectPurpose;
}
