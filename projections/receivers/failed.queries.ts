import { viewOf } from '#projecting';
import { receivers } from './projection.js';

/** The receivers of a row `tenant` that were paused since they took nothing, while their subscription runs on a day, by SQL. */
export const failedReceivers = (day: string) => `
  select c.municipality, one."endpointId" as endpoint_id, (one.failed ->> 'since')::date as since
  from ${viewOf(receivers)} c
  cross join lateral jsonb_to_recordset(c.subscriptions) granted("validUntil" date, receivers jsonb)
  cross join lateral jsonb_to_recordset(granted.receivers) one("endpointId" text, failed jsonb)
  where c.municipality = tenant.of and jsonb_typeof(one.failed) = 'object' and coalesce(granted."validUntil" >= ${day}::date, true)`;

/** Why a receiver of `page` was paused, and by which event. */
export const failedShown = `
  select one.failed ->> 'cause' as cause, one.failed ->> 'eventId' as event_id
  from ${viewOf(receivers)} c
  cross join lateral jsonb_to_recordset(c.subscriptions) granted(receivers jsonb)
  cross join lateral jsonb_to_recordset(granted.receivers) one("endpointId" text, failed jsonb)
  where page.kind = 'RECEIVER_FAILED' and c.municipality = page.municipality and one."endpointId" = page.of`;
