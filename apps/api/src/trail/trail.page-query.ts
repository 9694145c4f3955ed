import type { Purpose } from '#personal-data';
import type { Sense } from '../as-of/known.js';
import { AsOfDay, InSense } from '../as-of/as-of.query.js';
import { ListQuery } from '../lists/list.query.js';
import { sayFault } from '../problems/fault-sentences.js';
import { PageQuery } from '../reading/page.query.js';
import { QueryFlag } from '../reading/query-flags.js';
import { OptionalField, rule } from '../validation/decorators.js';

const purposes = ['COMPLAINT', 'RECORDED_IN_ERROR'] as const satisfies readonly Purpose[];
export type TrailPurpose = (typeof purposes)[number];

const PurposeOfTrail = () =>
  rule(
    'purpose',
    sayFault('one-of', { codes: purposes.join(', ') }),
    (value) => purposes.some((purpose) => purpose === value),
    { type: 'string', pattern: `^(${purposes.join('|')})$`, default: 'COMPLAINT' },
    'What the trail is read for. Texts about the wrong person, or in the wrong case, are shown for RECORDED_IN_ERROR alone',
  );

const WithFields = () => QueryFlag('With what a correction may change of each entry, as it reads now');

/** A page of a trail that goes out as a file too, what it is read for, and as of which day. */
export class TrailPageQuery extends ListQuery {
  @OptionalField()
  @WithFields()
  withFields?: string;

  @OptionalField()
  @PurposeOfTrail()
  purpose?: TrailPurpose;

  @OptionalField()
  @AsOfDay()
  asOf?: string;

  @OptionalField()
  @InSense()
  sense?: Sense;
}

/** A page of another trail. */
export class PlainTrailQuery extends PageQuery {
  @OptionalField()
  @WithFields()
  withFields?: string;
}

/** The same, and what it is read for. */
export class RecordTrailQuery extends PlainTrailQuery {
  @OptionalField()
  @PurposeOfTrail()
  purpose?: TrailPurpose;
}
