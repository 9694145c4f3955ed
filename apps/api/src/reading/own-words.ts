import { type OwnTerm, type OwnWords, type Pair, usualWords } from '#event-sourcing';
import { type OwnCodes, type Profile, theGroupFor, type Words, wordsFor } from '#municipality';
import type { Opened } from '#personal-data';

/** What a profile says of words; its name and its own codes are sealed. */
export type Terms = Pick<Profile, 'language' | 'unitTerm' | 'coordinatorTerm' | 'groupTerm'>;
export const termsOf = ({ language, unitTerm, coordinatorTerm, groupTerm }: Profile): Terms => ({
  language,
  unitTerm,
  coordinatorTerm,
  groupTerm,
});

const pairOf = (words: Words | undefined) => words && ([words.nb, words.nn] as const);

/** What a municipality calls things. */
export function ownWordsOf(profile: Terms): OwnWords {
  const own: Readonly<Record<OwnTerm, Pair | undefined>> = {
    unit: pairOf(wordsFor('unit', profile.unitTerm)),
    coordinator: pairOf(wordsFor('coordinator', profile.coordinatorTerm)),
    group: pairOf(wordsFor('group', profile.groupTerm)),
    theGroup: pairOf(theGroupFor(profile.groupTerm)),
  };
  const known = Object.entries(own).filter(([, words]) => words !== undefined);
  return { ...usualWords, ...Object.fromEntries(known) };
}

/** Words by code; none whose text is deleted. */
export const wordsByCode = (ownCodes: Opened<OwnCodes>) =>
  Object.fromEntries(
    Object.entries(ownCodes).map(([list, own]) => [
      list,
      Object.fromEntries(
        own.flatMap(({ code, nb, nn }) =>
          typeof nb === 'string' && typeof nn === 'string' ? [[code, [nb, nn] as const] as const] : [],
        ),
      ),
    ]),
  );
