export { calendarEvents } from './domain/calendar.js';
export { beginDays, calendarStream } from './begin-days.js';
export { isWorkingDay, workingDaysAfter } from './working-days.js';
