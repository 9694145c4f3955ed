import { followUpEvents, type PromiseState } from '#follow-up';
import { defineProjection, type Sealed } from '#event-sourcing/projection';

/** Who promised what to whom, by when, and how that went. */
export type PromiseRow = {
  readonly promise_id: string;
  readonly subject_id: string;
  readonly what: Sealed;
  readonly by: string;
  readonly party_id: string | null;
  readonly unit: string | null;
  readonly made_on: string;
  readonly due_on: string;
  /** How often it got another day. */
  readonly times_moved: number;
  readonly state: PromiseState;
  readonly state_on: string | null;
};

/** One row a promise: what lists by person, party and unit are found by. How a person's own stand is in `follow_up`. */
export const promises = defineProjection<PromiseRow, typeof followUpEvents>({
  name: 'promises',
  version: 1,
  sees: 'effective',
  handles: [followUpEvents],
  keyColumn: 'promise_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    promise_id: 'text',
    subject_id: 'text',
    what: 'jsonb',
    by: 'text',
    party_id: 'text',
    unit: 'text',
    made_on: 'date',
    due_on: 'date',
    times_moved: 'integer',
    state: 'text',
    state_on: 'date',
  },
  key: ({ data }) => ('promiseId' in data ? data.promiseId : undefined),
  fold(row, { type, data }) {
    if (type === 'PromiseMade') {
      return {
        promise_id: data.promiseId,
        subject_id: data.subjectId,
        what: data.what,
        by: data.by,
        party_id: data.partyId ?? null,
        unit: data.unit ?? null,
        made_on: data.madeOn,
        due_on: data.dueOn,
        times_moved: 0,
        state: 'OPEN',
        state_on: null,
      };
    }
    if (row === undefined) return undefined;
    if (type === 'PromiseMoved') return { ...row, due_on: data.dueOn, times_moved: row.times_moved + 1 };
    if (type === 'PromiseKept') return { ...row, state: 'KEPT', state_on: data.keptOn };
    return type === 'PromiseEnded' ? { ...row, state: data.end, state_on: data.endedOn } : row;
  },
});
