import { type CodeIn, type OwnTerm, type OwnWords, wordFor } from '#event-sourcing';
import { deadlineRules } from '#casework';
import { discrepancies } from '#coordination';
import type { TargetDay } from '#municipality';
import type { Opened, Role } from '#personal-data';
import { dayOf, inLanguage, type Language, listOf } from '#projections/audit-trail/norwegian';
import { filled, type Text } from '#projections/audit-trail/text';
import { type OpenPoint, openPoints } from '#projections/case-overview/labels';
import { type TaskKind, taskKinds } from '#projections/tasks/kinds';
import type { Task } from '#projections/tasks/queries';
import { pauseCauses } from '#subscription';
import { allocationHearers, type deciderBodies, disputeSettlers } from '#vocabulary';
import type { NamedParty, NamedSubject } from '../reading/names.js';
import { nameIn, withoutName } from '../trail/trail.entries.js';
import { targetOfTask } from './targets.js';
import { completingPaths, readyWords, taskWordings } from './wordings.js';

/** A task with the names of everybody in it. */
export interface NamedTask extends Omit<Task, 'subjectId' | 'partyId' | 'coordinatorId'> {
  readonly subject: NamedSubject | null;
  readonly party: NamedParty | null;
  readonly coordinator: NamedParty | null;
}

/** What a municipality says of itself. */
export interface Circumstances {
  readonly own: OwnWords;
  /** Who decides. */
  readonly decider: CodeIn<typeof deciderBodies>;
  /** Its own targets; none while the log is away. */
  readonly targets?: TargetDay;
}

/** Whose a task is that is nobody's own: a gap after somebody who left is the leader's (U7), who also brings what is disputed to whoever settles it (U20), and finds who takes over a case. */
const ofLeaders: readonly TaskKind[] = [
  'COORDINATOR_GAP',
  'COORDINATOR_LEFT',
  'ASSIGNEE_LEFT',
  'HANDOVER_TO_WRITE',
  'CASEWORKER_LEFT',
  'PROPOSAL_TO_CONCUR',
  'PLACEMENT_DISPUTE_TO_SETTLE',
  'HANDLING_DISPUTE_TO_SETTLE',
  'CASEWORKER_TO_ASSIGN',
  'CRISIS_PLAN_READ_TO_REVIEW',
  'DOCUMENT_TO_APPROVE',
  'REPORT_TO_BEGIN',
  'REPORT_TO_SUBMIT',
  'FORUM_ACTION_TO_DO',
];
export function roleOf(kind: TaskKind): Role {
  if (kind === 'RECEIVER_FAILED') return 'ADMIN';
  return ofLeaders.includes(kind) ? 'LEADER' : 'CASEWORKER';
}

/** A task as it is answered: in words, for whom it is, and what to do about it. */
export function toldTask(
  {
    of,
    party,
    coordinator,
    unit,
    proposalId,
    readingId,
    disputeId,
    letterId,
    appointmentId,
    settledBy,
    handoverId,
    reportId,
    requestId,
    ...task
  }: Opened<NamedTask>,
  { own, decider, targets = () => undefined }: Circumstances,
) {
  const { kind, subject, caseId, meetingId, enquiryId, complaintId } = task;
  const { why, step, ...to } = (kind === 'CASE_TO_CONSIDER' && readyWords[decider]) || taskWordings[kind];
  const data = {
    since: task.since,
    dueOn: task.dueOn ?? undefined,
    overdue: task.overdue,
    days: task.days,
    missing: task.missing,
    toTell: task.toTell,
    discrepancies: task.discrepancies.length > 0 ? task.discrepancies : undefined,
    settledBy,
    rule: task.rule ?? undefined,
    cause: task.cause ?? undefined,
    party: party ?? undefined,
    coordinator: coordinator ?? undefined,
  };
  const said = (text: Text) => {
    const inOne = (language: Language) =>
      filled(text[language], data, {
        word: (name) => inLanguage(language, own[name as OwnTerm]),
        value: (name) => valueOf(name, data, language, own),
      });
    return { nb: inOne('nb'), nn: inOne('nn') };
  };
  const [nb, nn] = wordFor(taskKinds, kind, own);
  return {
    id: `${subject?.subjectId === null ? (caseId ?? task.eventId ?? '') : of}.${kind}`,
    kind,
    label: { nb, nn },
    why: said(why),
    since: task.since,
    days: task.days,
    dueOn: task.dueOn,
    overdue: task.overdue,
    target: targetOfTask(targets, task),
    for: { party, unit, role: party === null && unit === null ? roleOf(kind) : null },
    step: {
      ...said(step),
      method: to.method ?? 'POST',
      path: pathOf(to.path, task.missing)
        .replace('{of}', of)
        .replace('{caseId}', caseId ?? '')
        .replace('{subjectId}', subject?.subjectId ?? '{subjectId}')
        .replace('{meetingId}', meetingId ?? '')
        .replace('{enquiryId}', enquiryId ?? '')
        .replace('{requestId}', requestId ?? '')
        .replace('{proposalId}', proposalId ?? '')
        .replace('{readingId}', readingId ?? '')
        .replace('{disputeId}', disputeId ?? '')
        .replace('{letterId}', letterId ?? '')
        .replace('{handoverId}', handoverId ?? '')
        .replace('{appointmentId}', appointmentId ?? '')
        .replace('{reportId}', reportId ?? ''),
    },
    caseId,
    caseNumber: task.caseNumber,
    meetingId,
    enquiryId,
    complaintId,
    subject,
    missing: task.missing,
    toTell: task.toTell,
    eventId: task.eventId,
    municipality: task.municipality,
  };
}

/** An application is completed where what lacks first is recorded. */
const pathOf = (path: string, [lacking]: readonly OpenPoint[]) =>
  (lacking === undefined ? undefined : completingPaths[lacking]) ?? path;
export type ToldTask = ReturnType<typeof toldTask>;

function valueOf(
  name: string,
  {
    days,
    missing,
    toTell,
    ...data
  }: Readonly<Record<string, unknown>> & Pick<Task, 'days' | 'missing' | 'toTell'>,
  language: Language,
  own: OwnWords,
): string {
  switch (name) {
    case 'since':
    case 'dueOn':
      return dayOf(String(data[name]));
    case 'days':
      return `${days} ${days === 1 ? 'dag' : inLanguage(language, ['dager', 'dagar'])}`;
    case 'settledBy':
      return inLanguage(language, wordFor(disputeSettlers, String(data[name]), own));
    case 'rule':
      return inLanguage(language, wordFor(deadlineRules, String(data[name]), own));
    case 'cause':
      return inLanguage(language, wordFor(pauseCauses, String(data[name]), own));
    case 'missing':
      return listOf(missing.map((point) => inLanguage(language, wordFor(openPoints, point, own))));
    case 'discrepancies':
      return listOf(
        (data[name] as readonly string[]).map((one) =>
          inLanguage(language, wordFor(discrepancies, one, own)),
        ),
      );
    case 'toTell':
      return listOf(toTell.map((who) => inLanguage(language, wordFor(allocationHearers, who, own))));
    default:
      return nameIn(language, (data[name] as Opened<NamedParty>).name) ?? inLanguage(language, withoutName);
  }
}
