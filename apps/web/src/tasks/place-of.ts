import type { Task } from './task.js';

/** The page where what waits is done; `atStep`: with the step itself open there. */
export function placeOf(task: Task, atStep = false) {
  const search = atStep ? { steg: task.kind } : {};
  const { caseId, meetingId, enquiryId, subject } = task;
  if (caseId !== null) return { to: '/sak/$caseId', params: { caseId }, search } as const;
  if (enquiryId !== null) return { to: '/henvendelse/$enquiryId', params: { enquiryId }, search } as const;
  if (meetingId !== null) return { to: '/moter/$meetingId', params: { meetingId }, search } as const;
  if (typeof subject?.subjectId === 'string') {
    return { to: '/person/$subjectId', params: { subjectId: subject.subjectId }, search } as const;
  }
  return { to: '/moter', search } as const;
}
