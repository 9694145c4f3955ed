import type { PublicationRules } from '../rules.js';

/** As the canonical form names them. */
export const publicationNames = { PUB_1: 'PUB-1', PUB_2: 'PUB-2' } as const satisfies Readonly<
  Record<PublicationRules, string>
>;
export type PublicationName = (typeof publicationNames)[PublicationRules];
