import { cooperationEvents } from '#competence';
import {
  always,
  begun,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';

export type MatterKind = 'TASK' | 'HEARING';

/** How a task was followed up, in the order of recording. */
export interface FollowUp {
  readonly followedUpOn: string;
  readonly note: Sealed;
}

const copy = copyOf([cooperationEvents]);
export const columns = {
  matter_id: always(),
  kind: always<MatterKind>(),
  matter: copy('CooperationTaskAgreed.matter', 'UserBodyAsked.matter'),
  owner_id: copy('CooperationTaskAgreed.ownerId'),
  unit: copy('CooperationTaskAgreed.unit'),
  with_units: copy('CooperationTaskAgreed.withUnits'),
  with_others: copy('CooperationTaskAgreed.withOthers'),
  body: copy('UserBodyAsked.body'),
  body_name: copy('UserBodyAsked.bodyName'),
  begun_on: begun(copy('CooperationTaskAgreed.agreedOn', 'UserBodyAsked.askedOn')),
  /** When a task is followed up next, or by when an answer is asked for. */
  due_on: copy(
    'CooperationTaskAgreed.followUpOn',
    'CooperationTaskFollowedUp.followUpOn',
    'UserBodyAsked.answerBy',
  ),
  follow_ups: listed<FollowUp>(),
  ended_on: copy('CooperationTaskCompleted.completedOn', 'UserBodyAnswered.answeredOn'),
  outcome: copy('CooperationTaskCompleted.outcome'),
  note: copy('CooperationTaskCompleted.note'),
  standpoint: copy('UserBodyAnswered.standpoint'),
  answer: copy('UserBodyAnswered.answer'),
  consequence: copy('UserBodyAnswered.consequence'),
  /** By which day somebody is to do something; null where nobody is. */
  waits_until: perhaps('date'),
  /** What was recorded last of it. */
  event_id: perhaps(),
};
export type CooperationRow = RowOf<typeof columns>;

const begins = (kind: MatterKind, matterId: string, begun_on: string) => ({
  matter_id: matterId,
  kind,
  begun_on,
});

const fold = foldOf([cooperationEvents], columns, {
  begin: {
    CooperationTaskAgreed: ({ matterId, agreedOn }) => begins('TASK', matterId, agreedOn),
    UserBodyAsked: ({ matterId, askedOn }) => begins('HEARING', matterId, askedOn),
  },
  folds: {
    CooperationTaskAgreed: copied,
    // Who sees to it stays unless another is told.
    CooperationTaskFollowedUp: ({ ownerId, followedUpOn, note }, { owner_id, follow_ups }) => ({
      owner_id: ownerId ?? owner_id,
      follow_ups: [...follow_ups, { followedUpOn, note }],
    }),
    CooperationTaskCompleted: copied,
    UserBodyAsked: copied,
    UserBodyAnswered: copied,
  },
  follows: ({ due_on, ended_on }) => ({ waits_until: ended_on === null ? due_on : null }),
});

/** One row a task of cooperation, or a hearing of those who speak for users. */
export const cooperation = defineProjection<CooperationRow, typeof cooperationEvents>({
  name: 'cooperation',
  version: 1,
  sees: 'effective',
  handles: [cooperationEvents],
  keyColumn: 'matter_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.matterId,
  fold: (row, event) => {
    const after = fold(row, event);
    return after && { ...after, event_id: event.id };
  },
});
