import type { CommandRunner } from '#event-sourcing';
import { profilesOf } from '#municipality';
import type { Period } from '#reporting';
import { fromLog } from '../reading/from-log.js';

/** The days within a period on which another profile of the municipality came into force. Figures count alike before and after: it is told, not refused. */
export async function profileChangesIn(
  runner: CommandRunner,
  tenant: string,
  { from, to }: Period,
): Promise<string[]> {
  const profiles = (await fromLog(profilesOf(runner, tenant))) ?? [];
  return profiles.map((one) => one.from).filter((day) => from < day && day < to);
}
