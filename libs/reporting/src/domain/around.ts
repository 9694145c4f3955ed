import type { Register } from './register.js';

/** Whose a meeting, promise, review or cost is. */
export const personsAround = ({
  meetings,
  promises,
  measures,
  plans,
}: Register): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ...meetings.flatMap(({ meeting, person }) => (person === undefined ? [] : [[meeting, person] as const])),
    ...[...promises.values()].flatMap(({ id, made }) => (made ? [[id, made.person] as const] : [])),
    ...[...measures.values()].flatMap(({ id, requested }) =>
      requested?.person === undefined ? [] : [[id, requested.person] as const],
    ),
    ...[...plans.values()].flatMap(({ person, reviews }) =>
      reviews.flatMap(({ review }) => (review === undefined ? [] : [[review, person] as const])),
    ),
  ]);
