export { calendarEvents } from './domain/calendar.js';
export { beginDays, calendarStream } from './begin-days.js';
