import type { Task } from './task.js';

/** Of the unit's own work: on which part of its page it is done, and by which command. */
const ownWork: Readonly<
  Partial<Record<Task['kind'], readonly ['dokumenter' | 'samarbeid' | 'brukere' | 'opplaering', string]>>
> = {
  DOCUMENT_TO_APPROVE: ['dokumenter', 'ControlledDocuments_approve'],
  DOCUMENT_TO_REVIEW: ['dokumenter', 'ControlledDocuments_review'],
  COOPERATION_TO_FOLLOW_UP: ['samarbeid', 'Cooperation_followUp'],
  USER_BODY_TO_ANSWER: ['brukere', 'Cooperation_answer'],
  TRAINING_TO_RECORD: ['opplaering', 'Trainings_hold'],
};

/** Of reports to the leadership forum, and of what it asked for. */
const reports: ReadonlySet<Task['kind']> = new Set([
  'REPORT_TO_BEGIN',
  'REPORT_TO_SUBMIT',
  'FORUM_ACTION_TO_DO',
]);
const ofFollowUp: readonly Task['kind'][] = [
  'PROMISE_OVERDUE',
  'AROUND_MEETING_TO_RECORD',
  'INSIGHT_TO_HEAR',
  'INSIGHT_TO_LIMIT',
  'INSIGHT_TO_END',
];

const ofCrisisPlan: readonly Task['kind'][] = [
  'CRISIS_PLAN_TO_REVIEW',
  'CRISIS_PLAN_READ_TO_TELL',
  'CRISIS_PLAN_READ_TO_REVIEW',
];

/** The page where what waits is done; `atStep`: with the step itself open there. */
export function placeOf(task: Task, atStep = false) {
  const search = atStep ? { steg: task.kind } : {};
  const { caseId, meetingId, enquiryId, complaintId, subject } = task;
  if (ofFollowUp.includes(task.kind) && typeof subject?.subjectId === 'string') {
    return { to: '/oppfolging/$subjectId', params: { subjectId: subject.subjectId }, search: {} } as const;
  }
  if (ofCrisisPlan.includes(task.kind) && typeof subject?.subjectId === 'string') {
    return { to: '/kriseplan/$subjectId', params: { subjectId: subject.subjectId }, search: {} } as const;
  }
  if (task.kind === 'PLAN_TO_REVIEW' && typeof subject?.subjectId === 'string') {
    return { to: '/person/$subjectId', params: { subjectId: subject.subjectId }, search: {} } as const;
  }
  if (complaintId !== null) return { to: '/klage/$complaintId', params: { complaintId }, search } as const;
  if (caseId !== null) return { to: '/sak/$caseId', params: { caseId }, search } as const;
  if (enquiryId !== null) return { to: '/henvendelse/$enquiryId', params: { enquiryId }, search } as const;
  if (meetingId !== null) return { to: '/moter/$meetingId', params: { meetingId }, search } as const;
  if (typeof subject?.subjectId === 'string') {
    return { to: '/person/$subjectId', params: { subjectId: subject.subjectId }, search } as const;
  }
  if (reports.has(task.kind)) return { to: '/rapport', search: {} } as const;
  const own = ownWork[task.kind];
  // The address of what is done about it ends with what it is about and what that is.
  const id = task.step.path.split('/').at(-2);
  if (task.kind === 'RECEIVER_FAILED') {
    const steg = `Webhooks_resume.${id}`;
    return { to: '/abonnenter', search: { del: 'mottakere', ...(atStep && { steg }) } } as const;
  }
  if (own !== undefined) {
    const [del, operation] = own;
    return { to: '/kompetanse', search: { del, ...(atStep && { steg: `${operation}.${id}` }) } } as const;
  }
  return { to: '/moter', search } as const;
}
