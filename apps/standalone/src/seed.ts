import { ownCommand } from '#apps/api/src/commands/own-command';
import { type CommandRunner, derivedId } from '#event-sourcing';
import { profileOf } from '#municipality';
import { readProfile, seedProfile, shippedProfile, shippedProfiles } from '#municipality/application/index';

/** Adopts the shipped profiles for demonstration, each where the municipality has none: what somebody adopted stands. */
export async function seedDemonstration(runner: CommandRunner): Promise<void> {
  for (const name of shippedProfiles) {
    const file = shippedProfile(name);
    const { municipality } = await readProfile(file);
    if ((await profileOf(runner, municipality)).profile !== undefined) continue;
    const commandId = derivedId('system-command', 'seed-profile', municipality);
    await seedProfile(runner, municipality, file, ownCommand('SYSTEM', municipality, commandId));
  }
}
