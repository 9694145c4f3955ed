export * from './domain/board/codes.js';
export { boardEvents } from './domain/board/decide.js';
export * from './domain/codes.js';
export { meetingEvents } from './domain/events.js';
export { meetingRefusals } from './domain/refusals.js';
export type { PlanOverview } from './domain/steps/holding.js';
export type { AtMeeting } from './domain/meeting.js';
export * from './questions.js';
