import { sayFault } from '../problems/fault-sentences.js';
import { rule } from '../validation/decorators.js';

/** What of the municipality's own records it is about. */
export const TopicOf = (topics: readonly string[], description: string) =>
  rule(
    'topic',
    sayFault('one-of', { codes: topics.join(', ') }),
    (value) => topics.some((topic) => topic === value),
    { type: 'string', enum: [...topics] },
    description,
  );
