import { type Sealed, usualWords } from '#event-sourcing';
import { profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import { isDay, isId } from '#projections/selection';
import { unitsOf } from '#projections/units/queries';
import type { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { type Language, languageIn } from '../reading/language.js';
import type { Asked } from '../reading/asked.js';
import type { NamedParty, Names } from '../reading/names.js';
import { type EveryOwnCode, everyOwnCode } from '../reading/own-codes.js';
import { ownWordsOf, type Terms, termsOf, wordsByCode } from '../reading/own-words.js';
import type { TrailEntry } from './recorded-entries.js';
import { type Earlier, type NamedForTrail, type ShownEntry, told, type ToldEntry } from './trail.entries.js';

/** What entries are told with, beside themselves; names and the municipality's own words are sealed. */
interface Means {
  readonly parties: readonly NamedParty[];
  readonly earlier: Earlier;
  readonly profile: Terms | undefined;
  readonly ownCodes: EveryOwnCode;
}

/** Gathers it for entries that name these parties. */
export async function meansOfTelling(
  { runner }: Pick<ApiParts, 'runner'>,
  tenant: string,
  {
    asked,
    partyIds,
    names,
    earlier,
  }: {
    readonly asked: Asked;
    readonly partyIds: readonly string[];
    readonly names: Names;
    readonly earlier: Earlier;
  },
): Promise<
  Means & { readonly municipality: { readonly number: string | null; readonly name: Sealed | null } }
> {
  const { profile } = await profileOf(runner, tenant);
  const own = await everyOwnCode(runner, tenant);
  return {
    parties: partyIds.map((partyId) => names.party(partyId)),
    earlier,
    profile: profile && termsOf(profile),
    ownCodes: { ...own, unit: [...own.unit, ...(await registeredUnits(asked, tenant))] },
    municipality: { number: profile?.municipalityNumber ?? null, name: profile?.name ?? null },
  };
}

/** What the units of the register are called by the names that they were given last. */
async function registeredUnits({ pool, viewer }: Asked, tenant: string): Promise<EveryOwnCode['unit']> {
  const units = await unitsOf(pool, viewer);
  return units.flatMap(({ municipality, unit: code, names }) => {
    const name =
      municipality === tenant ? names.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1) : undefined;
    return name ? [{ code, nb: name.nb, nn: name.nn }] : [];
  });
}

type OpenedMeans = Omit<Opened<Means>, 'parties'> & { readonly parties: readonly NamedForTrail[] };

/** In which language somebody asks to be told, else the municipality's; in its own words in any case. */
export function toldIn(
  { headers }: Pick<ApiRequest, 'headers'>,
  { parties, profile, ownCodes }: OpenedMeans,
) {
  const language = languageIn(headers['accept-language'], profile?.language === 'NN' ? 'nn' : 'nb');
  const words = profile === undefined ? usualWords : ownWordsOf(profile);
  const own = { ...words, codes: wordsByCode(ownCodes) };
  return { language, own, parties: new Map(parties.map((party) => [party.partyId, party])) };
}

/** The entries, as somebody asks to be told. */
export function tell(
  request: Pick<ApiRequest, 'headers'>,
  entries: readonly Opened<ShownEntry>[],
  means: OpenedMeans,
  withFields = false,
): { readonly language: Language; readonly entries: readonly ToldEntry[] } {
  const { earlier } = means;
  const { language, own, parties } = toldIn(request, means);
  return {
    language,
    entries: entries.map((entry) => told(entry, language, { parties, earlier, own, withFields })),
  };
}

/** So many entries from a place on, and the place of the last of them where more follow. */
export function partOf(
  all: readonly TrailEntry[],
  after: After | undefined,
  limit: number,
): { readonly entries: readonly TrailEntry[]; readonly next: After | undefined } {
  const start = after === undefined ? 0 : startAfter(after, all);
  const entries = all.slice(start, start + limit);
  const last = entries.at(-1);
  return { entries, next: last && start + limit < all.length ? [last.occurredOn, last.eventId] : undefined };
}

/** Behind the entry; where its day was corrected meanwhile, behind that day. */
function startAfter([occurredOn, eventId]: After, entries: readonly TrailEntry[]): number {
  const at = entries.findIndex((entry) => entry.eventId === eventId && entry.occurredOn === occurredOn);
  if (at >= 0) return at + 1;
  const later = entries.findIndex((entry) => entry.occurredOn > occurredOn);
  return later < 0 ? entries.length : later;
}

/** Place in a trail: the entry that was shown last, and its day. */
export type After = readonly [occurredOn: string, eventId: string];
export const isAfter = (value: unknown): value is After =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);
