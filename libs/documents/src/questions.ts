import { streamName } from '#event-sourcing';
import { documentEvents } from './domain/events.js';

export const documentStream = (tenant: string, documentId: string) =>
  streamName(documentEvents.category, tenant, documentId);
