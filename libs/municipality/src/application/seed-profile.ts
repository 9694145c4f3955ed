import { readFile } from 'node:fs/promises';
import type { CommandContext, CommandRunner } from '#event-sourcing';
import { factCheck } from '#event-sourcing/fact-check';
import { municipalityEvents } from '../domain/events.js';
import type { Settings } from '../domain/profile.js';
import { adoptProfile, type ProfileAdopted } from './adopt-profile.js';

/** Municipalities whose own documents the shipped profiles were read from. */
export const shippedProfiles = ['aure', 'hamar', 'alesund', 'stranda', 'folldal'] as const;
export type ShippedProfile = (typeof shippedProfiles)[number];

export interface ProfileFile {
  /** The tenant key that the settings are for. */
  readonly municipality: string;
  /** The day as of which the settings, its name and number among them, hold. */
  readonly asOf: string;
  readonly settings: Settings;
}

export const shippedProfile = (name: ShippedProfile) =>
  new URL(`../../profiles/${name}.json`, import.meta.url);

/** Reads a profile from a JSON file. Rejects with every fault and its place; what the settings mean together is checked when they are adopted. */
export async function readProfile(file: string | URL): Promise<ProfileFile> {
  const text = await readFile(file, 'utf8');
  const read = parsed(text);
  if (!isProfileFile(read)) {
    throw new Error(
      `${String(file)} is no profile: it must be a JSON object with "municipality", "asOf" and "settings".`,
    );
  }
  const faults = faultsOf(read);
  if (faults.length > 0) throw new Error(`${String(file)} is no profile: ${faults.join('; ')}.`);
  return read;
}

const { MunicipalityProfileAdopted } = municipalityEvents.declared;
const checkAdopted = factCheck(MunicipalityProfileAdopted);
/** What the adoption says beside the settings. */
const besides = ['municipality', 'profileVersion', 'adoptedOn', 'settingsDigest'];

function faultsOf({ municipality, asOf, settings }: ProfileFile): string[] {
  const own = besides.filter((name) => name in settings).map((name) => `settings.${name} is no setting`);
  const adopted = { ...settings, municipality, profileVersion: 1, adoptedOn: asOf };
  const places: Readonly<Record<string, string>> = { municipality: 'municipality', adoptedOn: 'asOf' };
  const found = checkAdopted(adopted).map(({ path, fault }) =>
    path === 'the data' ? `settings ${fault.en}` : `${places[path] ?? `settings.${path}`} ${fault.en}`,
  );
  return [...own, ...found];
}

/** Adopts the settings of a file for a tenant; does nothing when they hold already. `context` is of the same tenant. */
export async function seedProfile(
  runner: Pick<CommandRunner, 'run'>,
  tenant: string,
  file: string | URL,
  context: CommandContext,
): Promise<ProfileAdopted> {
  const { settings } = await readProfile(file);
  return adoptProfile(runner, settings, { ...context, municipality: tenant });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isProfileFile = (read: unknown): read is ProfileFile =>
  typeof read === 'object' &&
  read !== null &&
  'municipality' in read &&
  typeof read.municipality === 'string' &&
  'asOf' in read &&
  typeof read.asOf === 'string' &&
  'settings' in read &&
  typeof read.settings === 'object' &&
  read.settings !== null;
