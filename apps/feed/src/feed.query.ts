import { sayFault } from '#apps/api/src/problems/fault-sentences';
import { isText, OptionalField, rule } from '#apps/api/src/validation/decorators';
import { isRealDate } from '#apps/api/src/validation/values';

const most = 1_000;
const usual = 100;
const longestWait = 30;

const whole = (name: string, atMost: number) =>
  rule(
    name,
    sayFault('limit', { most: String(atMost) }),
    (value) => isText(value) && /^[1-9]\d{0,3}$/.test(value) && Number(value) <= atMost,
    { type: 'integer', minimum: 1, maximum: atMost },
  );

/** How the feed is asked. */
export class FeedQuery {
  @OptionalField()
  @rule('after', sayFault('cursor'), (value) => isText(value) && value.length <= 200, { type: 'string' })
  after?: string;

  @OptionalField()
  @rule('from', sayFault('from'), (value) => isText(value) && isBeginning(value), { type: 'string' })
  from?: string;

  @OptionalField()
  @whole('limit', most)
  limit?: string;

  /** Seconds. */
  @OptionalField()
  @whole('wait', longestWait)
  wait?: string;
}

const isBeginning = (value: string) => value === 'origin' || value === 'now' || isRealDate(value);

export const limitOf = ({ limit }: FeedQuery) => (limit === undefined ? usual : Number(limit));
export const waitMsOf = ({ wait }: FeedQuery) => (wait === undefined ? 0 : Number(wait) * 1_000);
