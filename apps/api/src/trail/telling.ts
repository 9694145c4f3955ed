import { type Sealed, usualWords } from '#event-sourcing';
import { type OwnCodes, ownCodesOf, profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import { isDay, isId } from '#projections/selection';
import type { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { type Language, languageIn } from '../reading/language.js';
import type { NamedParty, Names } from '../reading/names.js';
import { ownWordsOf, type Terms, termsOf } from '../reading/own-words.js';
import type { TrailEntry } from './recorded-entries.js';
import { type Earlier, type ShownEntry, told, type ToldEntry } from './trail.entries.js';

/** What entries are told with, beside themselves; names and the municipality's own words are sealed. */
interface Means {
  readonly parties: readonly NamedParty[];
  readonly earlier: Earlier;
  readonly profile: Terms | undefined;
  readonly ownCodes: OwnCodes;
}

/** Gathers it for entries that name these parties. */
export async function meansOfTelling(
  { runner }: Pick<ApiParts, 'runner'>,
  tenant: string,
  {
    partyIds,
    names,
    earlier,
  }: { readonly partyIds: readonly string[]; readonly names: Names; readonly earlier: Earlier },
): Promise<
  Means & { readonly municipality: { readonly number: string | null; readonly name: Sealed | null } }
> {
  const { profile } = await profileOf(runner, tenant);
  return {
    parties: partyIds.map((partyId) => names.party(partyId)),
    earlier,
    profile: profile && termsOf(profile),
    ownCodes: await ownCodesOf(runner, tenant),
    municipality: { number: profile?.municipalityNumber ?? null, name: profile?.name ?? null },
  };
}

/** The entries in the language that was asked for, else in the municipality's; in its own words in any case. */
export function tell(
  { headers }: Pick<ApiRequest, 'headers'>,
  entries: readonly Opened<ShownEntry>[],
  { parties, earlier, profile, ownCodes }: Opened<Means>,
): { readonly language: Language; readonly entries: readonly ToldEntry[] } {
  const language = languageIn(headers['accept-language'], profile?.language === 'NN' ? 'nn' : 'nb');
  const words = profile === undefined ? usualWords : ownWordsOf(profile);
  const own = { ...words, codes: wordsByCode(ownCodes) };
  const named = new Map(parties.map((party) => [party.partyId, party]));
  return {
    language,
    entries: entries.map((entry) => told(entry, language, { parties: named, earlier, own })),
  };
}

/** Words by code; none whose text is deleted. */
const wordsByCode = (ownCodes: Opened<OwnCodes>) =>
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

/** Behind the entry; where its day was corrected meanwhile, behind that day. */
export function startAfter([occurredOn, eventId]: After, entries: readonly TrailEntry[]): number {
  const at = entries.findIndex((entry) => entry.eventId === eventId && entry.occurredOn === occurredOn);
  if (at >= 0) return at + 1;
  const later = entries.findIndex((entry) => entry.occurredOn > occurredOn);
  return later < 0 ? entries.length : later;
}

/** Place in a trail: the entry that was shown last, and its day. */
export type After = readonly [occurredOn: string, eventId: string];
export const isAfter = (value: unknown): value is After =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);
