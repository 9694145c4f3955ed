import type { Read } from '../../api/read.js';

/** What a person sees of what is their own. */
export type Own = Read<'/v1/me'>;

/** Which of two texts is said, by how the person is spoken to: shorter and plainer words for whoever is under 16. */
export const byAge = <const Grown extends string, const Young extends string>(
  { isYoung }: Pick<Own, 'isYoung'>,
  grown: Grown,
  young: Young,
): Grown | Young => (isYoung ? young : grown);

/** The parts of the page, one of which is looked at at a time. */
export const ownParts = ['na', 'plan', 'lofter', 'brev', 'samtykker', 'innsyn'] as const;
export type OwnPart = (typeof ownParts)[number];
