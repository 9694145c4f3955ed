import { codeList, type Pair } from '#event-sourcing/codes';
import type { MeetingStatus } from './projection.js';

/** How far a meeting has come; it follows from several events. */
export const meetingStatuses = codeList('meetingStatus', {
  PLANNED: ['planlagt', 'planlagt'],
  HELD: ['holdt', 'halde'],
  PROTOCOL_APPROVED: ['protokollen er godkjent', 'protokollen er godkjend'],
  CANCELLED: ['avlyst', 'avlyst'],
} satisfies Readonly<Record<MeetingStatus, Pair>>);
