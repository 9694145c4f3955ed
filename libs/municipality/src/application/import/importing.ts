import type { CommandContext, Recording, Sealed } from '#event-sourcing';
import type { Login, OpenedField } from '#personal-data';
import { partyOf } from '../../questions.js';

/** From logins, and the numbers of lists, to parties; the vault's `Parties`, or what stands for them. */
export interface PartyIds {
  known(login: Login): Promise<string | undefined>;
  bind(binding: Login & { readonly partyId: string }): Promise<void>;
  /** The id of whoever is registered by this before anything is known: the same each time. */
  idFor(login: Login): string;
  whileNoneMerge<T>(tenant: string, work: () => Promise<T>): Promise<T>;
}

/** What an import is done with; rehearsed, where nothing of it records. */
export interface Importing {
  readonly runner: Recording;
  readonly parties: PartyIds;
  readonly keys: { open(sealed: readonly Sealed[]): Promise<readonly OpenedField[]> };
  /** The circumstances of one more command. */
  readonly contextOf: () => CommandContext;
}

export interface Imported {
  readonly kind: 'NEW' | 'CHANGED' | 'UNCHANGED';
  /** What is recorded that was otherwise. */
  readonly changes: readonly string[];
}

/** A number of the municipality's own list is bound in the vault like a login: no provider has this name. */
const staffList = 'samspor:staff-list';
export const numbered = (tenant: string, number: string): Login => ({
  tenant,
  issuer: staffList,
  subject: number,
});

/** Binds in memory alone, on top of what is bound. */
export class RehearsedIds implements PartyIds {
  readonly #bound = new Map<string, string>();

  constructor(private readonly parties: PartyIds) {}

  async known(login: Login): Promise<string | undefined> {
    return this.#bound.get(JSON.stringify(login)) ?? this.parties.known(login);
  }

  async bind({ partyId, ...login }: Login & { readonly partyId: string }): Promise<void> {
    this.#bound.set(JSON.stringify(login), partyId);
  }

  idFor(login: Login): string {
    return this.parties.idFor(login);
  }

  whileNoneMerge<T>(_: string, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

/** As whom a login or a number is known, under the registration that goes on. */
export async function partyBy(
  {
    parties,
    runner,
  }: { readonly parties: Pick<PartyIds, 'known'>; readonly runner: Pick<Recording, 'look'> },
  login: Login,
): Promise<string | undefined> {
  const known = await parties.known(login);
  const passed = new Set<string>();
  for (let id = known; id !== undefined && !passed.has(id);) {
    passed.add(id);
    const { party } = await partyOf(runner, login.tenant, id);
    if (party.status === 'absent' || party.mergedInto === undefined) return id;
    id = party.mergedInto;
  }
  return known;
}

/** What stands in texts, sealed or as a rehearsal has them; undefined for what is none, or is disposed of. */
export async function openedTexts(
  { keys }: Importing,
  texts: readonly unknown[],
): Promise<(string | undefined)[]> {
  const isSealed = (text: unknown): text is Sealed => typeof text === 'object' && text !== null;
  const opened = (await keys.open(texts.filter(isSealed))).values();
  return texts.map((text) => {
    if (!isSealed(text)) return typeof text === 'string' ? text : undefined;
    const field = opened.next().value;
    return field?.status === 'open' ? field.text : undefined;
  });
}
