import type { TargetCode, TargetDay } from '#municipality';
import type { TaskKind } from '#projections/tasks/kinds';
import type { Task } from '#projections/tasks/queries';
import { type Target, targetOn } from '../reading/targets.js';

const targetOf: Readonly<Partial<Record<TaskKind, TargetCode>>> = {
  MAPPING_TO_ASSIGN: 'RECEIVED_TO_MAPPED',
  MAPPING_TO_DO: 'RECEIVED_TO_MAPPED',
  ASSIGNEE_LEFT: 'RECEIVED_TO_MAPPED',
  APPLICATION_TO_COMPLETE: 'RECEIVED_TO_DECIDED',
  CASE_TO_CONSIDER: 'RECEIVED_TO_DECIDED',
  CASE_FOR_BOARD: 'RECEIVED_TO_DECIDED',
  BOARD_TO_CONCLUDE: 'RECEIVED_TO_DECIDED',
  DECISION_TO_MAKE: 'RECEIVED_TO_DECIDED',
  COORDINATOR_TO_APPOINT: 'DECIDED_TO_APPOINTED',
  COMPLAINT_TO_ASSESS: 'COMPLAINT_HANDLED',
  COMPLAINT_TO_RECONSIDER: 'COMPLAINT_HANDLED',
  COMPLAINT_TO_FORWARD: 'COMPLAINT_HANDLED',
};

type Waiting = Pick<Task, 'kind' | 'since' | 'knownSince' | 'receivedOn' | 'complainedOn' | 'today'>;

/** By when the municipality itself means to be done with what a task is a part of. */
export function targetOfTask(dayOf: TargetDay, task: Waiting): Target | null {
  const { kind, since, knownSince, receivedOn, complainedOn, today: until } = task;
  const of = targetOf[kind];
  if (of === undefined) return null;
  const starts = {
    RECEIVED_TO_MAPPED: knownSince,
    RECEIVED_TO_DECIDED: receivedOn,
    DECIDED_TO_APPOINTED: since,
    COMPLAINT_HANDLED: complainedOn,
  };
  return targetOn(dayOf, of, { from: starts[of], until });
}
