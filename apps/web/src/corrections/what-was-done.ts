import type { Receipt } from '../api/send.js';

/** What is recorded before what was done, as a part of it. */
const before = ['CriterionAssessed', 'KeMeetingConvenedForCase', 'CoordinatorReleased'];

/** Of what a command recorded, the event that it is about: a decision, not the criteria that it rests on. */
export const whatWasDone = (events: Receipt['events']) =>
  events.find(({ type }) => !before.includes(type)) ?? events[0];
