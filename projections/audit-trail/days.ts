import { dayIn } from '#event-sourcing/event';
import { toldCategories } from './categories.js';

/** The day on which it happened, as the event's own data tell it; undefined for what tells none, such as a correction. */
export const dayTold = (type: string, data: Readonly<Record<string, unknown>>): string | undefined =>
  dayIn(toldCategories.find(({ declared }) => Object.hasOwn(declared, type))?.declared[type], data);
