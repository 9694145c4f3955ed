import { dayIn, type Events } from '#event-sourcing/event';
import { auditTrail } from './projection.js';

const categories: readonly Events[] = auditTrail.handles;

/** The day on which it happened, as the event's own data tell it; undefined for what tells none, such as a correction. */
export const dayTold = (type: string, data: Readonly<Record<string, unknown>>): string | undefined =>
  dayIn(categories.find(({ declared }) => Object.hasOwn(declared, type))?.declared[type], data);
