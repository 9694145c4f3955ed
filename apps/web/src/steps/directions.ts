import type { Direction } from '../dates/read-day.js';

/** Days that are still to come. */
const ahead = new Set([
  'dueOn',
  'meetsOn',
  'validUntil',
  'engagedUntil',
  'substitutesUntil',
  'nextReviewOn',
  'followUpOn',
  'answerBy',
  'complyBy',
  'until',
  'startsOn',
]);
/** Days that may lie on either side. */
const near = new Set([
  'validFrom',
  'endedOn',
  'releasedOn',
  'engagedFrom',
  'substitutesFrom',
  'leadsFrom',
  'leftOn',
]);

export const directionOf = (field: string): Direction =>
  ahead.has(field) ? 'ahead' : near.has(field) ? 'near' : 'behind';
