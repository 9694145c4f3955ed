import { partyOf, profileOf } from '#municipality';
import { type Answered, asChanged, type CommandRunner, referencesIn } from '#event-sourcing';
import { subjectOf } from '#subject';
import type { Profile } from '../domain/codes.js';
import { caseDecider } from '../domain/decide.js';
import { caseEvents } from '../domain/events.js';
import type { Subject } from '../domain/intents.js';
import { caseStream } from '../questions.js';

type Data = Readonly<Record<string, unknown>>;
export const notAsked: Answered<undefined> = { answer: undefined, basis: [] };

/** Whether the person is registered and still has personal data. */
export async function askSubject(
  runner: CommandRunner,
  tenant: string,
  subjectId: string | undefined,
): Promise<Answered<Subject>> {
  if (subjectId === undefined) return { answer: 'UNKNOWN', basis: [] };
  const { exists, disposed, basis } = await subjectOf(runner, tenant, subjectId);
  return { answer: !exists ? 'UNKNOWN' : disposed.length > 0 ? 'DISPOSED' : 'KNOWN', basis };
}

/** What the municipality offered on that day and who decided there. */
export async function askProfile(
  runner: CommandRunner,
  tenant: string,
  day: string,
): Promise<Answered<Profile | undefined>> {
  const { profile, basis } = await profileOf(runner, tenant, day);
  return { answer: profile && { items: profile.items, deciderBody: profile.deciderBody }, basis };
}

/** The type and the day of an event of the case, as it would read with these changes. */
export async function eventOf(
  runner: CommandRunner,
  tenant: string,
  { caseId, ...told }: { readonly caseId: string; readonly eventId: string; readonly changed: Data },
): Promise<{ readonly type: string; readonly day: string | undefined }> {
  const { history } = await runner.look(caseDecider, caseStream(tenant, caseId));
  return asChanged(caseEvents, history, told);
}

/** Whether everybody whom these fields of an event name is registered. */
export async function askParties(
  runner: CommandRunner,
  tenant: string,
  type: string,
  named: Data,
): Promise<Answered<boolean>> {
  const parties = await Promise.all(
    referencesIn(caseEvents, type, named, 'party').map((partyId) => partyOf(runner, tenant, partyId)),
  );
  return { answer: parties.every(({ exists }) => exists), basis: parties.flatMap(({ basis }) => basis) };
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
