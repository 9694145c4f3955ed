import { profileOf } from '#municipality';
import type { Basis, CommandRunner } from '#event-sourcing';
import { subjectOf } from '#subject';
import { caseDecider } from '../domain/decide.js';
import type { Profile, Subject } from '../domain/intents.js';
import { caseStream } from '../questions.js';

interface Told<What> {
  readonly told: What;
  readonly basis: readonly Basis[];
}

/** Whether the person is registered and still has personal data. */
export async function askSubject(
  runner: CommandRunner,
  tenant: string,
  subjectId: string | undefined,
): Promise<Told<Subject>> {
  if (subjectId === undefined) return { told: 'UNKNOWN', basis: [] };
  const { exists, disposed, basis } = await subjectOf(runner, tenant, subjectId);
  return { told: !exists ? 'UNKNOWN' : disposed.length > 0 ? 'DISPOSED' : 'KNOWN', basis };
}

/** What the municipality offers and who decides there. */
export async function askProfile(runner: CommandRunner, tenant: string): Promise<Told<Profile | undefined>> {
  const { profile, basis } = await profileOf(runner, tenant);
  return { told: profile && { items: profile.items, deciderBody: profile.deciderBody }, basis };
}

/** Whose case it is, also when all of its events were annulled; undefined where there is no case. */
export async function ownerOfCase(
  runner: CommandRunner,
  tenant: string,
  caseId: string,
): Promise<string | undefined> {
  const { history } = await runner.look(caseDecider, caseStream(tenant, caseId));
  const owner = history[0]?.data['subjectId'];
  return typeof owner === 'string' ? owner : undefined;
}
