import { streamName } from '#event-sourcing';

export const documentStream = (tenant: string, documentId: string) =>
  streamName('document', tenant, documentId);
