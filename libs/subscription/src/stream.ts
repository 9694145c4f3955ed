import { streamName } from '#event-sourcing';
import { subscriptionEvents } from './domain/decide.js';

/** The one stream of a municipality's subscriptions. */
export const subscriptionStream = (tenant: string) =>
  streamName(subscriptionEvents.category, tenant, 'grants');
