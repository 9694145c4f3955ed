import type { CommandContext, Recording } from '#event-sourcing';
import type { PartyIds } from '#municipality/application/index';
import type { Registering, StandingForSubjects } from '#subject/application/index';

/** Who is known by name. What reads names is the program's; it fills this in. */
export interface KnownPeople {
  /** Persons of that very name who are born that day. */
  persons(
    tenant: string,
    person: Readonly<Partial<Record<'givenName' | 'familyName' | 'birthDate', string>>>,
  ): Promise<readonly { readonly subjectId: string; readonly hasNumber: boolean }[]>;
  /** Those of the staff and other parties who are called so. */
  parties(tenant: string, name: string): Promise<readonly string[]>;
}

/** What an import is done with. */
export interface ImportParts extends Omit<Registering, 'runner'> {
  readonly runner: Recording;
  readonly parties: Pick<PartyIds, 'known' | 'idFor'>;
  readonly people: KnownPeople;
  /** What other contexts hold of persons, as this runner sees it. */
  readonly standing: (runner: Pick<Recording, 'look'>) => Pick<StandingForSubjects, 'of'>;
}

/** In whose name and on which day; each command of an import has its own id. */
export interface Circumstances extends Pick<CommandContext, 'municipality' | 'actor' | 'today'> {
  /** The time of each command, which is its own: an import takes as long as it takes. */
  readonly now: () => CommandContext['at'];
}

/** Of one command of an import: the same each time, so that what was cut short is gone on with, and whatever it recorded names the import. */
export const commandOf = (
  { municipality, actor, today, now }: Circumstances,
  importId: string,
  commandId: string,
): CommandContext => ({ municipality, actor, at: now(), today, commandId, correlationId: importId });

/** A keyed id: the same for the same text, and says nothing of it to whoever has not the municipality's key. */
export const keyedId = (
  { parties }: Pick<ImportParts, 'parties'>,
  tenant: string,
  what: 'list' | 'person',
  text: string,
) => parties.idFor({ tenant, issuer: `samspor:import-${what}`, subject: text });
