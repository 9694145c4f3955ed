import type { CaseRule } from '#casework';
import type { Discrepancy } from '#coordination';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import type { PauseCause } from '#subscription';
import type { OpenPoint } from '../case-overview/labels.js';
import { caseOverview } from '../case-overview/projection.js';
import { besideCase, openPointsOf } from '../case-overview/standing.queries.js';
import { holds } from '../coordination-register/coordinating.js';
import { complaints } from '../complaints/projection.js';
import { coordinationTasks } from '../coordination-tasks/projection.js';
import { enquiries } from '../enquiries/projection.js';
import { registrationsOf } from '../registrations.js';
import { type Page, pageOf, Parameters, type PageRequest } from '../selection.js';
import { meetings } from '../meetings/projection.js';
import { crisisPlans } from '../crisis-plans/projection.js';
import { followUp } from '../follow-up/projection.js';
import { planContent } from '../plan-content/projection.js';
import { failedShown } from '../receivers/failed.queries.js';
import {
  complaintKinds,
  crisisPlanKinds,
  followUpKinds,
  insightKinds,
  type TaskKind,
  unitKinds,
} from './kinds.js';
import { handsOverNoMore, never } from './coordination.queries.js';
import { leaverAmong } from './leavers.queries.js';
import {
  type MeetingInterval,
  type OwnTerms,
  type TaskAfter,
  type TaskFilter,
  tenantRows,
  waitingFor,
} from './listing.queries.js';
import { ownWorkShown } from './ownwork.queries.js';
import { tasks } from './projection.js';

export {
  isTaskAfter,
  type MeetingInterval,
  type OwnTerms,
  type TaskAfter,
  type TaskFilter,
} from './listing.queries.js';

/** Something that waits for somebody. */
export interface Task {
  readonly municipality: string;
  readonly kind: TaskKind;
  /** The case; where it is not of one, the person or the enquiry; where it is of none of these, the meeting or the municipality. */
  readonly of: string;
  readonly since: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  /** For how many days it has waited. */
  readonly days: number;
  /** Of a case: since when the unit has known of the need, and since when of the application. */
  readonly knownSince: string | null;
  readonly receivedOn: string | null;
  /** The day that it is told on. */
  readonly today: string;
  /** Null where it is about nobody in the register. */
  readonly subjectId: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly enquiryId: string | null;
  readonly complaintId: string | null;
  /** When it came. */
  readonly complainedOn: string | null;
  /** The request of a complaint that is to be met. */
  readonly requestId: string | null;
  readonly meetingId: string | null;
  /** What was recorded last that makes it wait. */
  readonly eventId: string | null;
  /** What a deadline is for. */
  readonly rule: CaseRule | null;
  /** The proposal that waits for an answer. */
  readonly proposalId: string | null;
  /** The answer that is to be read; of a crisis plan, the reading that is to be told of or reviewed. */
  readonly readingId: string | null;
  /** The disagreement that is to be settled, and who settles it. */
  readonly disputeId: string | null;
  readonly settledBy: string | null;
  /** The letter that came back. */
  readonly letterId: string | null;
  /** The handover that is to be read. */
  readonly handoverId: string | null;
  /** Whose it is to do, where it is anybody's own. */
  readonly partyId: string | null;
  /** Since when the case is that caseworker's, whose its tasks are. */
  readonly heldSince: string | null;
  readonly unit: string | null;
  /** Who coordinates, or did last; who leaves what is to be handed over. */
  readonly coordinatorId: string | null;
  /** What an application lacks. */
  readonly missing: readonly OpenPoint[];
  /** The appointment that is handed over, or of which somebody is to hear, and who. */
  readonly appointmentId: string | null;
  readonly toTell: readonly string[];
  /** The report of a unit, and what does not fit in it. */
  readonly reportId: string | null;
  readonly discrepancies: readonly Discrepancy[];
  /** Why a receiver of events was paused. */
  readonly cause: PauseCause | null;
}

/** How many wait, of each kind of which any do. */
export interface TaskCount {
  readonly kind: TaskKind;
  readonly all: number;
  readonly mine: number;
  readonly overdue: number;
}

interface Circumstances {
  readonly today: string;
  /** How often units are to meet; nothing is asked of those that are not named. */
  readonly intervals?: readonly MeetingInterval[] | undefined;
  /** How long things may wait; for ever in those that are not named. */
  readonly terms?: readonly OwnTerms[] | undefined;
}

/** What waits, by the day by which it is due, then by how long it has waited. */
export async function tasksPage(
  pool: Pool,
  viewer: Viewer,
  filter: TaskFilter,
  { today, after, limit, intervals = [], terms = [] }: PageRequest<TaskAfter> & Circumstances,
): Promise<Page<Task, TaskAfter>> {
  const parameters = new Parameters();
  const tenants = tenantRows(viewer, parameters);
  const day = parameters.of(today);
  const place = { after, most: limit + 1, today, day, intervals, terms };
  const waiting = waitingFor(viewer, filter, place, parameters);
  const order = 'due, since, of, kind';
  const rows = await readFor<Task>(
    pool,
    viewer.tenants,
    `with page as (
       select waits.municipality, waits.kind, waits.of, waits.since, waits.due from ${tenants}, lateral (${waiting}) waits
       order by ${order} limit ${parameters.of(limit + 1)})
     ${shownOn(day)} order by ${order
       .split(', ')
       .map((name) => `page.${name}`)
       .join(', ')}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ dueOn, since, of, kind }): TaskAfter => [dueOn ?? never, since, of, kind]);
}

/** Of each kind no more than so many are counted in a municipality. */
export const mostCounted = 1_000;

/** How much waits, by kind. */
export async function taskCounts(
  pool: Pool,
  viewer: Viewer,
  filter: Pick<TaskFilter, 'unit'>,
  { today, intervals = [], terms = [] }: Circumstances,
): Promise<TaskCount[]> {
  const parameters = new Parameters();
  const tenants = tenantRows(viewer, parameters);
  const day = parameters.of(today);
  const place = { most: mostCounted, today, day, intervals, terms };
  const all = waitingFor(viewer, filter, place, parameters);
  const mine = waitingFor(viewer, { ...filter, mine: true }, place, parameters);
  const counted = (waiting: string, isMine: boolean) =>
    `select waits.kind, waits.due, ${String(isMine)} as is_mine from ${tenants}, lateral (${waiting}) waits`;
  return readFor<TaskCount>(
    pool,
    viewer.tenants,
    `select counted.kind, (count(*) filter (where not is_mine))::int as "all", (count(*) filter (where is_mine))::int as mine,
       (count(*) filter (where not is_mine and due < ${day}::date))::int as overdue
     from (${counted(all, false)} union all ${counted(mine, true)}) counted
     group by counted.kind order by counted.kind`,
    parameters.values,
  );
}

const ofRow = [
  'case_id',
  'subject_id',
  'notified_on',
  'received_on',
  'signed',
  'unwritten',
  'closed_on',
  'needed_scopes',
  'assignee_id',
  'assignee_unit',
  'assignment_event',
  'letter_id',
  'letter_event',
  'caseworker_id',
  'caseworker_event',
  'application_event',
  'decision_event',
  'event_id',
  'dispute_id',
  'dispute_settler',
  'dispute_event',
  'heard_on',
  'reading_id',
  'reading_event',
  'unassigned_event',
  'deadline_rule',
  'deadline_event',
];
/** The appointments of a row `kept`, as a table. */
const appointed = `jsonb_to_recordset(kept.appointments) one(
  "coordinatorId" text, unit text, temporary boolean, "caseId" text, "validFrom" date, "releasedOn" date, "eventId" text,
  "appointmentId" text, "toTell" text[], "appointedBy" text)`;

const ofHandover = `page.kind in ('HANDOVER_TO_WRITE', 'HANDOVER_TO_ACKNOWLEDGE')`;

const ofComplaint = `page.kind in (${complaintKinds.map((kind) => `'${kind}'`).join(', ')})`;

const insightList = Object.values(insightKinds)
  .map((kind) => `'${kind}'`)
  .join(', ');
const ofInsight = (then: string) =>
  Object.values(insightKinds)
    .map((kind) => `      when '${kind}' then ${then}`)
    .join('\n');

const ofFollowUp = `page.kind in (${followUpKinds.map((kind) => `'${kind}'`).join(', ')})`;

const ofCrisisPlan = `page.kind in (${crisisPlanKinds.map((kind) => `'${kind}'`).join(', ')})`;

const ofUnit = `page.kind in (${unitKinds.map((kind) => `'${kind}'`).join(', ')})`;

/** The tasks of `page`: each looked up by its key (offset 0), whatever the planner believes of tables that have grown since it looked. */
const shownOn = (today: string) => `
  select page.municipality, page.kind, page.of, page.since, nullif(page.due, date '${never}') as "dueOn",
    page.due < ${today}::date as overdue, greatest(${today}::date - page.since, 0) as days, ${today}::date as today,
    least(c.notified_on, c.received_on) as "knownSince", c.received_on as "receivedOn", a.subject_id as "subjectId",
    asking.enquiry_id as "enquiryId", complaining.complaint_id as "complaintId", complaining.waits_request_id as "requestId",
    complaining.received_on as "complainedOn",
    m.meeting_id as "meetingId", of_case.id as "caseId", numbered.case_number as "caseNumber",
    case page.kind
      when 'MAPPING_TO_DO' then c.assignment_event
      when 'ASSIGNEE_LEFT' then c.assignment_event
      when 'CASEWORKER_LEFT' then c.caseworker_event
      when 'APPLICATION_TO_COMPLETE' then c.application_event
      when 'PLAN_TO_START' then c.decision_event
      when 'COORDINATOR_TO_APPOINT' then granted.decision_event
      when 'COORDINATOR_GAP' then gone."eventId"
      when 'ALLOCATION_TO_TELL' then kept.tell_event
      when 'CONSENT_ENDED' then kept.unconsented_event
      when 'BASIS_LOST' then kept.lost_event
      when 'ENQUIRY_TO_ANSWER' then asking.event_id
      when 'PROPOSAL_TO_CONCUR' then proposed."eventId"
      when 'PLACEMENT_DISPUTE_TO_SETTLE' then kept.dispute_event
      when 'HANDLING_DISPUTE_TO_SETTLE' then c.dispute_event
      when 'CANDIDATE_TO_ANSWER' then proposed."eventId"
      when 'STANDING_TO_REVIEW' then held."appointedBy"
      when 'PLAN_ENDED' then kept.plan_ended_event
      when 'REPORT_TO_COMPLETE' then kept.complete_event
      when 'REPORT_TO_CONFIRM' then kept.confirm_event
      when 'END_TO_CONFIRM' then kept.end_event
      when 'FEEDBACK_MISSING' then kept.feedback_event
      when 'CONSENT_TO_RENEW' then kept.renewal_event
      when 'PLAN_TO_REVIEW' then reviewing.event_id
      when 'PROMISE_OVERDUE' then following.promise_event
      when 'CRISIS_PLAN_TO_REVIEW' then in_crisis.event_id
      when 'CRISIS_PLAN_READ_TO_TELL' then in_crisis.event_id
      when 'CRISIS_PLAN_READ_TO_REVIEW' then in_crisis.event_id
      when 'AROUND_MEETING_TO_RECORD' then null
${ofInsight('following.insight_event')}
      when 'HANDOVER_TO_WRITE' then kept.handover_event
      when 'HANDOVER_TO_ACKNOWLEDGE' then kept.handover_event
      when 'SECOND_READING_TO_GIVE' then c.reading_event
      when 'LETTER_TO_SEND_AGAIN' then c.letter_event
      when 'DEADLINE_NEAR' then c.deadline_event
      when 'DEADLINE_OVERDUE' then c.deadline_event
      when 'CASEWORKER_TO_ASSIGN' then c.unassigned_event
      else coalesce(c.event_id, m.event_id, own_work.event_id, complaining.event_id, receiving.event_id) end as "eventId",
    case when page.kind in ('DEADLINE_NEAR', 'DEADLINE_OVERDUE') then c.deadline_rule end as rule,
    proposed."proposalId", case page.kind when 'SECOND_READING_TO_GIVE' then c.reading_id
      when 'CRISIS_PLAN_READ_TO_TELL' then in_crisis.tell_reading when 'CRISIS_PLAN_READ_TO_REVIEW' then in_crisis.judge_reading end as "readingId",
    case page.kind when 'PLACEMENT_DISPUTE_TO_SETTLE' then kept.dispute_id when 'HANDLING_DISPUTE_TO_SETTLE' then c.dispute_id end as "disputeId",
    case page.kind when 'PLACEMENT_DISPUTE_TO_SETTLE' then kept.dispute_settler
      when 'HANDLING_DISPUTE_TO_SETTLE' then c.dispute_settler end as "settledBy",
    case page.kind when 'LETTER_TO_SEND_AGAIN' then c.letter_id end as "letterId",
    case when ${ofHandover} then kept.handover_id end as "handoverId",
    case page.kind when 'MAPPING_TO_DO' then c.assignee_id when 'CANDIDATE_TO_ANSWER' then kept.answer_party
      when 'PLAN_TO_START' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'STANDING_TO_REVIEW' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'PLAN_ENDED' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'PLAN_TO_REVIEW' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'PROMISE_OVERDUE' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'CRISIS_PLAN_TO_REVIEW' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'CRISIS_PLAN_READ_TO_TELL' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'CRISIS_PLAN_READ_TO_REVIEW' then null
      when 'AROUND_MEETING_TO_RECORD' then coalesce(held."coordinatorId", numbered.caseworker_id)
${ofInsight('coalesce(held."coordinatorId", numbered.caseworker_id)')}
      when 'FEEDBACK_MISSING' then coalesce(held."coordinatorId", numbered.caseworker_id)
      when 'REPORT_TO_COMPLETE' then null when 'REPORT_TO_CONFIRM' then null
      when 'HANDOVER_TO_ACKNOWLEDGE' then kept.handover_party
      when 'HANDOVER_TO_WRITE' then case when kept.is_left then null else kept.handover_party end
      when 'PROPOSAL_TO_CONCUR' then null when 'COORDINATOR_GAP' then null
      when 'COORDINATOR_LEFT' then null when 'ASSIGNEE_LEFT' then null when 'CASEWORKER_LEFT' then null
      when 'PLACEMENT_DISPUTE_TO_SETTLE' then null when 'HANDLING_DISPUTE_TO_SETTLE' then null
      when 'SECOND_READING_TO_GIVE' then null when 'CASEWORKER_TO_ASSIGN' then null
      else coalesce(own_work.party_id, numbered.caseworker_id) end as "partyId",
    case when page.kind not in ('MAPPING_TO_DO', 'CANDIDATE_TO_ANSWER', 'PLAN_TO_START',
      'STANDING_TO_REVIEW', 'PLAN_ENDED', 'PLAN_TO_REVIEW', 'CRISIS_PLAN_TO_REVIEW', 'CRISIS_PLAN_READ_TO_TELL', 'PROMISE_OVERDUE', 'AROUND_MEETING_TO_RECORD', ${insightList}, 'FEEDBACK_MISSING', 'HANDOVER_TO_WRITE', 'HANDOVER_TO_ACKNOWLEDGE') then numbered.caseworker_since end as "heldSince",
    case page.kind when 'HANDOVER_TO_WRITE' then case when kept.is_left or page.due < ${today}::date then kept.handover_unit end
      when 'HANDOVER_TO_ACKNOWLEDGE' then case when page.due < ${today}::date then kept.handover_unit end
      when 'MAPPING_TO_DO' then c.assignee_unit when 'ASSIGNEE_LEFT' then c.assignee_unit
      when 'COORDINATOR_LEFT' then leaver.unit when 'PLAN_TO_START' then held.unit when 'STANDING_TO_REVIEW' then coalesce(held.unit, kept.report_units[1]) when 'PLAN_ENDED' then held.unit when 'PLAN_TO_REVIEW' then held.unit when 'CRISIS_PLAN_TO_REVIEW' then held.unit when 'CRISIS_PLAN_READ_TO_TELL' then held.unit when 'PROMISE_OVERDUE' then held.unit when 'AROUND_MEETING_TO_RECORD' then held.unit
${ofInsight('held.unit')}
      when 'FEEDBACK_MISSING' then coalesce(held.unit, kept.report_units[1]) when 'REPORT_TO_COMPLETE' then kept.complete_units[1]
      when 'PROPOSAL_TO_CONCUR' then kept.concur_unit when 'ENQUIRY_TO_ANSWER' then asking.unit end as unit,
    case when page.kind = 'ASSIGNEE_LEFT' then c.assignee_id when page.kind = 'CASEWORKER_LEFT' then c.caseworker_id
      when page.kind = 'ALLOCATION_TO_TELL' then telling."coordinatorId" when ${ofHandover} then kept.handover_other
      else coalesce(proposed."candidateId", gone."coordinatorId", leaver."coordinatorId", held."coordinatorId") end as "coordinatorId",
    case page.kind when 'APPLICATION_TO_COMPLETE' then ${openPointsOf('a')} else '{}'::text[] end as missing,
    coalesce(telling."appointmentId", case when ${ofHandover} then kept.handover_appointment end) as "appointmentId",
    coalesce(telling."toTell", '{}') as "toTell",
    case page.kind when 'REPORT_TO_COMPLETE' then kept.complete_report when 'REPORT_TO_CONFIRM' then kept.confirm_report end as "reportId",
    coalesce(case page.kind when 'REPORT_TO_COMPLETE' then kept.complete_codes when 'REPORT_TO_CONFIRM' then kept.confirm_codes end, '{}') as discrepancies,
    receiving.cause
  from page
  left join lateral (
    select ${ofRow.map((name) => `one.${name}`).join(', ')} from ${viewOf(tasks)} one
    where one.municipality = page.municipality and one.case_id = page.of offset 0) c on true
  left join lateral (
    select one.meeting_id, one.event_id from ${viewOf(meetings)} one
    where ${ofUnit} and one.municipality = page.municipality and one.meeting_id = page.of offset 0) m on true
  left join lateral (
    select one.enquiry_id, one.event_id, one.unit, one.subject_id from ${viewOf(enquiries)} one
    where page.kind = 'ENQUIRY_TO_ANSWER' and one.municipality = page.municipality and one.enquiry_id = page.of offset 0) asking on true
  left join lateral (
    select one.complaint_id, one.event_id, one.subject_id, one.case_id, one.waits_request_id, one.received_on from ${viewOf(complaints)} one
    where ${ofComplaint} and one.municipality = page.municipality and one.complaint_id = page.of offset 0) complaining on true
  left join lateral (
    select one.event_id from ${viewOf(planContent)} one
    where page.kind = 'PLAN_TO_REVIEW' and one.municipality = page.municipality and one.subject_id = page.of and one.review_due = page.since
    order by one.plan_id desc limit 1) reviewing on true
  left join lateral (
    select one.promise_event, one.insight_event from ${viewOf(followUp)} one
    where ${ofFollowUp} and one.municipality = page.municipality and one.subject_id = page.of offset 0) following on true
  left join lateral (
    select one.event_id, one.tell_reading, one.judge_reading from ${viewOf(crisisPlans)} one
    where ${ofCrisisPlan} and one.municipality = page.municipality and one.subject_id = page.of offset 0) in_crisis on true
  left join lateral (${ownWorkShown}) own_work on true
  left join lateral (${failedShown}) receiving on true
  cross join lateral (
    select page.municipality,
      case when ${ofUnit} then null when page.kind = 'ENQUIRY_TO_ANSWER' then asking.subject_id else coalesce(c.subject_id, complaining.subject_id, page.of) end as subject_id,
      c.received_on, c.signed, c.unwritten, c.closed_on, c.needed_scopes, c.heard_on offset 0) a
  ${besideCase('a', today)}
  left join lateral (
    select k.appointments, k.proposals, k.unconsented_event, k.lost_case, k.lost_event, k.concur_unit, k.concur_proposal,
      k.answer_party, k.answer_proposal, k.dispute_id, k.dispute_settler, k.dispute_event, k.tell_appointment, k.tell_event,
      k.plan_ended_event, k.renewal_event, k.complete_event, k.complete_report, k.complete_codes, k.complete_units,
      k.confirm_event, k.confirm_report, k.confirm_codes, k.end_event, k.feedback_event, k.report_units, k.handover_party, k.handover_unit, k.handover_other, k.handover_appointment, k.handover_id, k.handover_event,
      ${ofHandover} and ${handsOverNoMore('k', 'page.municipality', today)} as is_left from ${viewOf(coordinationTasks)} k
    where k.municipality = page.municipality
      and k.subject_id = case when c.case_id is null then page.of else going.subject_id end offset 0) kept on true
  left join lateral (
    select one."coordinatorId", one.unit, one."caseId", one."appointedBy" from ${appointed}
    where ${holds('one', today)} order by one.temporary, one."validFrom" limit 1) held on true
  left join lateral (${leaverAmong(appointed, 'page.municipality', today, "page.kind = 'COORDINATOR_LEFT'")}) leaver on true
  left join lateral (
    select one."appointmentId", one."coordinatorId", one."caseId", one."toTell" from ${appointed}
    where page.kind = 'ALLOCATION_TO_TELL' and one."appointmentId" = kept.tell_appointment) telling on true
  left join lateral (
    select one."proposalId", one."candidateId", one."eventId"
    from jsonb_to_recordset(kept.proposals) one("proposalId" text, "candidateId" text, "eventId" text)
    where one."proposalId" = case page.kind
      when 'PROPOSAL_TO_CONCUR' then kept.concur_proposal when 'CANDIDATE_TO_ANSWER' then kept.answer_proposal end) proposed on true
  left join lateral (
    select one."coordinatorId", one."caseId", one."eventId" from ${appointed}
    where page.kind = 'COORDINATOR_GAP' and one."validFrom" < one."releasedOn" and one."releasedOn" <= ${today}::date
    order by one."releasedOn" desc limit 1) gone on true
  left join lateral (
    select one.case_id, one.decision_event from ${viewOf(tasks)} one
    where page.kind = 'COORDINATOR_TO_APPOINT' and one.municipality = page.municipality
      and one.subject_id = any (array(${registrationsOf('page.municipality', 'page.of')})) and one.granted_on <= page.since
    order by one.granted_on desc, one.case_id limit 1) granted on true
  cross join lateral (
    select coalesce(c.case_id, complaining.case_id, gone."caseId", granted.case_id,
      case page.kind when 'BASIS_LOST' then kept.lost_case when 'COORDINATOR_LEFT' then leaver."caseId" when 'ALLOCATION_TO_TELL' then telling."caseId" else held."caseId" end) as id offset 0) of_case
  left join lateral (
    select one.case_number, one.caseworker_since, case when one.closed_on is null then one.caseworker_id end as caseworker_id from ${viewOf(caseOverview)} one
    where one.municipality = page.municipality and one.case_id = of_case.id offset 0) numbered on true`;
