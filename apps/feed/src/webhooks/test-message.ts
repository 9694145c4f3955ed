import type { WaitingDelivery } from '#personal-data';
import type { Webhook, WebhookAsked } from '#subscription';

export const testType = 'no.samspor.webhook.tested.v1';

/** A message of no meaning, asked for by hand: that it comes shows that those with one would. */
export function testMessage(
  tenant: string,
  { endpointId }: Webhook,
  { at, eventId }: WebhookAsked,
  now: number,
): WaitingDelivery {
  const id = `${eventId}.1`;
  const event = {
    specversion: '1.0',
    id,
    source: `urn:samspor:${tenant}`,
    type: testType,
    subject: endpointId,
    time: new Date(now).toISOString(),
    datacontenttype: 'application/json',
    data: {},
  };
  return {
    eventId: id,
    position: at,
    orderKey: `test ${eventId}`,
    type: testType,
    body: JSON.stringify(event),
    attempts: 0,
    nextAt: now,
    parkedAt: undefined,
    fault: undefined,
  };
}
