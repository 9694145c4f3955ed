import { codeList, type Pair } from '#event-sourcing/codes';
import type { ImportStatus } from './projection.js';

/** How far an import has come; it follows from several events. */
export const importStatuses = codeList('importStatus', {
  BEGUN: ['begynt, ikke fullført', 'byrja, ikkje fullført'],
  COMPLETED: ['fullført', 'fullført'],
  BEING_TAKEN_BACK: ['tas tilbake', 'blir teken tilbake'],
  TAKEN_BACK: ['tatt tilbake', 'teken tilbake'],
} satisfies Readonly<Record<ImportStatus, Pair>>);
