import { defineProjection } from '#event-sourcing/projection';
import { planEvents } from '#plan';

/** Who was given access to something of which plan. */
export type PlanAccessRow = {
  readonly access_id: string;
  readonly plan_id: string;
  readonly party_id: string;
};

/** One row an access: what the plans that somebody may read are found by. What it is to, and whether it holds, stands in `plan_content` and the register. */
export const planAccesses = defineProjection<PlanAccessRow, typeof planEvents>({
  name: 'plan_accesses',
  version: 1,
  sees: 'effective',
  handles: [planEvents],
  keyColumn: 'access_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { access_id: 'text', plan_id: 'text', party_id: 'text' },
  key: ({ type, data }) => (type === 'ParticipantAccessGranted' ? data.accessId : undefined),
  fold: (row, { type, data }) =>
    type === 'ParticipantAccessGranted'
      ? { access_id: data.accessId, plan_id: data.planId, party_id: data.partyId }
      : row,
});
