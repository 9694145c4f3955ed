import type { Command } from '@nestjs/cqrs';
import { canonical, type CommandContext, derivedId, wordFor } from '#event-sourcing';
import {
  AdoptProfileCommand,
  readProfile,
  RecordUnitStepCommand,
  RegisterPartyCommand,
  shippedProfile,
  shippedProfiles,
} from '#municipality/application/index';
import { seated } from './board-seats.js';
import { delegated } from './delegations.js';
import { ownWork } from './own-work.js';
import { placed } from './staff-places.js';
import { units as usualUnits } from '#vocabulary';
import type { Chance } from './chance.js';
import type { Teller } from './teller.js';
import { fullName } from './texts.js';

type Settings = Awaited<ReturnType<typeof readProfile>>['settings'];

/** A municipality whose history is told. */
export interface Municipality {
  readonly tenant: string;
  readonly settings: Settings;
}

/** What a life needs to know of the municipality that it is lived in. */
export interface Town extends Municipality {
  /** How many lives it has beside others. */
  readonly weight: number;
  /** Caseworkers, coordinators and members of groups, registered. */
  readonly staff: readonly Member[];
}
export interface Member {
  readonly partyId: string;
  readonly unit: string;
}

/** Beside the municipality's own. */
export const units = ['KE', 'HOME_CARE', 'SCHOOL', 'HEALTH_CENTRE', 'MENTAL_HEALTH', 'NAV'] as const;
const staffOfTown = 40;

/** The municipalities by these names or keys; a number stands for so many: first those that have a profile here, then invented ones. */
export async function municipalitiesNamed(text: string): Promise<Municipality[]> {
  const shipped = await Promise.all(
    shippedProfiles.map(async (name) => {
      const { municipality, settings } = await readProfile(shippedProfile(name));
      return { name, tenant: municipality, settings };
    }),
  );
  const count = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (count !== undefined) {
    return Array.from({ length: count }, (_, index) => {
      const like = shipped[index % shipped.length];
      if (!like) throw new Error('No profile came with the program.');
      if (index < shipped.length) return like;
      const tenant = String(9000 + index);
      const settings = { ...like.settings, name: `Prøvekommune ${index}`, municipalityNumber: tenant };
      return { tenant, settings };
    });
  }
  return text.split(',').map((named) => {
    const found = shipped.find(({ name, tenant }) => name === named.trim() || tenant === named.trim());
    if (found) return found;
    const known = shipped.map(({ name, tenant }) => `${name} (${tenant})`).join(', ');
    throw new Error(
      `There is no municipality ${named.trim()}. Name some of ${known}, or give a number of them.`,
    );
  });
}

/** Adopts the profile, where none is adopted, establishes the usual units and registers the staff, each in their unit. */
export async function founded(
  { tenant, settings }: Municipality,
  { teller, chance, seed, day }: { teller: Teller; chance: Chance; seed: number; day: string },
): Promise<Town> {
  const made = (what: string | number) => derivedId('generated', seed, tenant, what);
  const told = async (
    what: string | number,
    data: object,
    command: (context: CommandContext) => Command<unknown>,
  ) => {
    const context: CommandContext = {
      commandId: made(what),
      correlationId: made(what),
      municipality: tenant,
      actor: { partyId: made('operator'), role: 'OPERATOR' },
      at: `${day}T07:00:00.000Z`,
      today: day,
      body: canonical(data),
    };
    await teller.tell(command(context), context);
  };
  await told('profile', settings, (context) => new AdoptProfileCommand({ settings }, context));
  for (const unit of usualUnits.codes.filter((code) => code !== 'KE')) {
    const [nb, nn] = wordFor(usualUnits, unit);
    const established = { unit, nb, nn, establishedOn: day };
    await told(
      `unit ${unit}`,
      established,
      (context) => new RecordUnitStepCommand('UnitEstablished', established, context),
    );
  }
  const staff: Member[] = [];
  const here = [...units, ...(settings.units ?? []).map(({ code }) => code)];
  for (let index = 0; index < staffOfTown; index += 1) {
    const unit = here[index % here.length] ?? units[0];
    const party = { kind: 'STAFF', name: fullName(chance), unit } as const;
    const partyId = made(`party ${index}`);
    await told(
      `staff ${index}`,
      party,
      (context) => new RegisterPartyCommand({ ...party, partyId }, context),
    );
    staff.push({ partyId, unit });
  }
  await placed(staff, { day, tell: told, made });
  if (settings.deciderBody === 'BOARD') await seated(staff, day, told);
  await delegated(settings.delegationNeededFor ?? [], day, told);
  await ownWork(staff, { day, tell: told, made });
  return { tenant, settings, weight: chance.between(1, 10), staff };
}
