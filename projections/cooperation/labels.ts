import { codeList, type Pair } from '#event-sourcing/codes';
import type { MatterKind } from './projection.js';

/** What the unit is about beyond the single person. */
export const matterKinds = codeList('matterKind', {
  TASK: ['samarbeidsoppgave', 'samarbeidsoppgåve'],
  HEARING: ['høring av brukere', 'høyring av brukarar'],
} satisfies Readonly<Record<MatterKind, Pair>>);
