import { streamName } from '#event-sourcing';

/** Where is told what became of an import. */
export const importStream = (tenant: string, importId: string) => streamName('import', tenant, importId);
