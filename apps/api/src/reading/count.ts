import type { ApiRequest } from '../auth/authenticate.js';
import type { Asked } from './asked.js';
import type { ReadQuery } from './page.query.js';
import type { CurrentTo } from './read-answer.js';
import type { Reading } from './reading.js';
import { answer, flag, integer } from './shape.js';

/** No more than so many of a list are counted. */
const mostCounted = 1_000;

export const countAnswer = answer({
  count: integer(),
  more: flag(`There are more than ${mostCounted}, which are all that are counted`),
});

export interface Counted {
  readonly count: number;
  readonly more: boolean;
  readonly currentTo: CurrentTo;
}

/** How many a list has; `count` is asked for no more than `limit` of them. */
export async function countedBy(
  reading: Reading,
  request: ApiRequest,
  { readAfter }: ReadQuery,
  models: readonly string[],
  count: (asked: Asked, limit: number) => Promise<number>,
): Promise<Counted> {
  const { found, currentTo } = await reading.answer(request, {
    readAfter,
    models,
    purpose: request.role === 'AUDITOR' ? 'COMPLAINT' : 'OVERVIEW',
    ask: (asked) => count(asked, mostCounted + 1),
    subjectIds: () => [],
  });
  return { count: Math.min(found, mostCounted), more: found > mostCounted, currentTo };
}
