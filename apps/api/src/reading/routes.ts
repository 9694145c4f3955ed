import { conditionsByProfile } from '#casework';
import type { CommandRunner } from '#event-sourcing';
import { profilesOf } from '#municipality';
import type { Route } from '#projections/case-overview/queries';
import { fromLog } from './from-log.js';

/** What holds of these municipalities' cases by their profiles, each on its days; nothing while the log is away. */
export async function routesIn(runner: CommandRunner, tenants: readonly string[]): Promise<readonly Route[]> {
  const each = tenants.map(async (municipality) => {
    const adopted = (await fromLog(profilesOf(runner, municipality))) ?? [];
    return adopted.map(({ profile, from, until }) => ({
      municipality,
      from,
      until,
      conditions: conditionsByProfile(profile),
    }));
  });
  return (await Promise.all(each)).flat();
}
