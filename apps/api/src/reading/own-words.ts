import { type OwnTerm, type OwnWords, type Pair, usualWords } from '#event-sourcing';
import { type OwnCodes, type Profile, theGroupFor, type TermKind, type Words, wordsFor } from '#municipality';
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

/** The same by the kind of term, in both languages; null for a code that this version does not know. */
export function termWordsOf({
  unitTerm,
  coordinatorTerm,
  groupTerm,
  meetingTerm,
}: Terms & Pick<Profile, 'meetingTerm'>) {
  const codes = { unit: unitTerm, coordinator: coordinatorTerm, group: groupTerm, meeting: meetingTerm };
  return Object.fromEntries(
    Object.entries(codes).map(([kind, code]) => [kind, wordsFor(kind as TermKind, code) ?? null]),
  );
}

/** Words by code; none whose text is deleted. */
export const wordsByCode = (ownCodes: Opened<Readonly<Record<string, OwnCodes['unit']>>>) =>
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
