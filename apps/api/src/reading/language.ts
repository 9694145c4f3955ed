import type { Spoken } from '#event-sourcing';
import { preferencesIn } from './preferences.js';

export type Language = 'nb' | 'nn';

/** The Norwegian that an `Accept-Language` asks for most; the municipality's own where it asks for neither. */
export const languageIn = (header: string | undefined, municipality: Language): Language =>
  mostWanted(header, { nb: 'nb', nn: 'nn', no: municipality }) ?? municipality;

/** The language that it asks for most, among all that are spoken here; English where it asks for none of them. */
export const spokenIn = (header: string | undefined): Spoken =>
  mostWanted<Spoken>(header, { en: 'en', nb: 'nb', nn: 'nn', no: 'nb' }) ?? 'en';

function mostWanted<L>(header: string | undefined, known: Readonly<Record<string, L>>): L | undefined {
  const languages = new Map(Object.entries(known));
  return preferencesIn(header ?? '')
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ wanted }) => languages.get(wanted.split('-')[0] ?? ''))
    .find((language) => language !== undefined);
}
