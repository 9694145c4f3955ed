import { viewOf } from '#projecting';
import { controlledDocuments } from '../controlled-documents/projection.js';
import { cooperation } from '../cooperation/projection.js';
import { newestOf, reportMatters } from '../report-matters/projection.js';
import { trainings } from '../trainings/projection.js';
import type { TaskKind } from './kinds.js';

/** Where what waits of the unit's own work is found in the order of an index, as rows `c`. */
interface OwnWork {
  readonly kinds: readonly TaskKind[];
  readonly of: string;
  readonly since: string;
  readonly due?: string;
  readonly from: () => string;
  readonly where: readonly string[];
  readonly isOf?: (party: string) => string;
  readonly forCoordinators: false;
}

/** What of the unit's own work waits on a day; `of`: the placeholder of somebody's id. */
export function ownWorkOn(day: string, of: (party: string) => string): OwnWork[] {
  const document = {
    of: 'c.document_id',
    from: () => `${viewOf(controlledDocuments)} c`,
    forCoordinators: false,
  } as const;
  const matter = (kind: TaskKind, is: 'TASK' | 'HEARING', more: Partial<OwnWork> = {}): OwnWork => ({
    kinds: [kind],
    of: 'c.matter_id',
    since: 'c.waits_until',
    due: 'c.waits_until',
    from: () => `${viewOf(cooperation)} c`,
    where: [`c.kind = '${is}'`, `c.waits_until <= ${day}::date`],
    forCoordinators: false,
    ...more,
  });
  const report = (kind: TaskKind, more: Pick<OwnWork, 'of' | 'where'> & Partial<OwnWork>): OwnWork => ({
    kinds: [kind],
    since: 'c.waits_from',
    from: () => `${viewOf(reportMatters)} c`,
    forCoordinators: false,
    ...more,
  });
  return [
    report('REPORT_TO_SUBMIT', {
      of: 'c.report_id',
      where: [`c.kind = 'REPORT'`, 'c.waits_from is not null', 'c.is_begun'],
    }),
    report('REPORT_TO_BEGIN', {
      of: 'c.report_id',
      where: [`c.kind = 'REPORT'`, `c.waits_from <= ${day}::date`, 'not c.is_begun'],
    }),
    report('FORUM_ACTION_TO_DO', {
      of: 'c.matter_id',
      due: 'c.due_on',
      where: [`c.kind = 'ACTION'`, 'c.waits_from is not null'],
      isOf: (party) => `c.owner_id = ${of(party)}::text`,
    }),
    {
      ...document,
      kinds: ['DOCUMENT_TO_APPROVE'],
      since: 'c.approval_since',
      where: ['c.approval_since is not null'],
    },
    {
      ...document,
      kinds: ['DOCUMENT_TO_REVIEW'],
      since: 'c.review_since',
      due: 'c.review_due',
      where: ['c.review_due is not null', `c.review_since <= ${day}::date`],
      isOf: (party) => `c.maintainer_id = ${of(party)}::text`,
    },
    matter('COOPERATION_TO_FOLLOW_UP', 'TASK', { isOf: (party) => `c.owner_id = ${of(party)}::text` }),
    matter('USER_BODY_TO_ANSWER', 'HEARING'),
    {
      kinds: ['TRAINING_TO_RECORD'],
      of: 'c.training_id',
      since: 'c.waits_since',
      from: () => `${viewOf(trainings)} c`,
      where: [`c.waits_since < ${day}::date`],
      forCoordinators: false,
    },
  ];
}

/** What a task of `page` is about, by its key, and whose it is to do. */
export const ownWorkShown = `
  select d.event_id, case page.kind when 'DOCUMENT_TO_REVIEW' then d.maintainer_id end as party_id from ${viewOf(controlledDocuments)} d
    where page.kind in ('DOCUMENT_TO_APPROVE', 'DOCUMENT_TO_REVIEW') and d.municipality = page.municipality and d.document_id = page.of
  union all select m.event_id, m.owner_id from ${viewOf(cooperation)} m
    where page.kind in ('COOPERATION_TO_FOLLOW_UP', 'USER_BODY_TO_ANSWER') and m.municipality = page.municipality and m.matter_id = page.of
  union all select r.event_id, null from ${viewOf(reportMatters)} r
    where page.kind in ('REPORT_TO_BEGIN', 'REPORT_TO_SUBMIT') and r.municipality = page.municipality and r.matter_id = ${newestOf('page.municipality')} and r.report_id = page.of
  union all select r.event_id, r.owner_id from ${viewOf(reportMatters)} r
    where page.kind = 'FORUM_ACTION_TO_DO' and r.municipality = page.municipality and r.matter_id = page.of
  union all select t.event_id, null from ${viewOf(trainings)} t
    where page.kind = 'TRAINING_TO_RECORD' and t.municipality = page.municipality and t.training_id = page.of`;
