import { queryOptions } from '@tanstack/react-query';
import { type Searched, search } from '../api/read.js';
import { readDay } from '../dates/read-day.js';
import { language } from '../i18n/language.js';
import { writtenOf } from '../ui/opened.js';
import type { NewPersonFields } from './half-typed.js';
import { mayBeSame, type Somebody } from './likeness.js';

export type FoundPerson = Searched<'/v1/person-searches'>['persons'][number];

/** The day that is typed, where it is one. */
export function bornOn(born: string): string | undefined {
  const read = readDay(born, 'behind', language());
  return read.kind === 'day' ? read.day : undefined;
}

export const somebody = ({ givenName, familyName, birthDate }: FoundPerson): Somebody => ({
  givenName: writtenOf(givenName),
  familyName: writtenOf(familyName),
  birthDate: typeof birthDate === 'string' ? birthDate : undefined,
});

/** Those of the register who may be whoever is typed, by name and by day of birth; nothing of it is kept when it is no longer shown. */
export const likelyDoubles = ({ givenName, familyName, born }: NewPersonFields) => {
  const typed: Somebody = { givenName, familyName, birthDate: bornOn(born) };
  const name = `${givenName} ${familyName}`.trim();
  const searches = [
    ...(/\p{L}{2}/u.test(name) ? [{ name }] : []),
    ...(typed.birthDate === undefined ? [] : [{ birthDate: typed.birthDate }]),
  ];
  return queryOptions({
    queryKey: ['likely-doubles', typed],
    queryFn: async ({ signal }) => {
      const found = new Map<string, FoundPerson>();
      for (const body of searches) {
        const { persons } = await search('/v1/person-searches', body, { limit: 50, signal });
        for (const person of persons) found.set(person.subjectId, person);
      }
      return [...found.values()].filter((person) => mayBeSame(typed, somebody(person)));
    },
    enabled: searches.length > 0,
    retry: false,
    staleTime: 10_000,
    gcTime: 0,
  });
};
