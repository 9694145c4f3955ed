import { derivedId, type CommandContext, type CommandRunner } from '#event-sourcing';
import { profileOf } from '#municipality';
import { readProfile, seedProfile, shippedProfile, shippedProfiles } from '#municipality/application/index';
import { Clock } from '#apps/api/src/clock';

/** Adopts the shipped profiles for demonstration, each where the municipality has none: what somebody adopted stands. */
export async function seedDemonstration(runner: CommandRunner): Promise<void> {
  const clock = new Clock();
  for (const name of shippedProfiles) {
    const file = shippedProfile(name);
    const { municipality } = await readProfile(file);
    if ((await profileOf(runner, municipality)).profile !== undefined) continue;
    await seedProfile(runner, municipality, file, systemContext('seed-profile', municipality, clock));
  }
}

/** The circumstances of a command that the program gives by itself, once for each tenant and reason. */
export function systemContext(reason: string, municipality: string, clock: Clock): CommandContext {
  const at = clock.now();
  const commandId = derivedId('system-command', reason, municipality);
  return {
    commandId,
    correlationId: commandId,
    municipality,
    actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
    at,
    today: clock.dayOf(at),
  };
}
