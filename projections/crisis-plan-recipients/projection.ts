import { crisisPlanEvents } from '#crisis-plan';
import { defineProjection } from '#event-sourcing/projection';

/** To whom whose crisis plan was given. */
export type CrisisPlanRecipientRow = {
  readonly recipient_id: string;
  readonly subject_id: string;
  readonly party_id: string;
};

/** One row a gift: what the crisis plans that somebody may read are found by. Until when, and whether it holds, stands in `crisis_plans` and the register. */
export const crisisPlanRecipients = defineProjection<CrisisPlanRecipientRow, typeof crisisPlanEvents>({
  name: 'crisis_plan_recipients',
  version: 1,
  sees: 'effective',
  handles: [crisisPlanEvents],
  keyColumn: 'recipient_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { recipient_id: 'text', subject_id: 'text', party_id: 'text' },
  key: ({ type, data }) => (type === 'CrisisPlanGiven' ? data.recipientId : undefined),
  fold: (row, { type, data }) =>
    type === 'CrisisPlanGiven'
      ? { recipient_id: data.recipientId, subject_id: data.subjectId, party_id: data.partyId }
      : row,
});
