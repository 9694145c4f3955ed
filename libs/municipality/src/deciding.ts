import type { Basis, CommandRunner } from '#event-sourcing';
import type { Deciding } from '#vocabulary';
import { partyOf } from './questions.js';

const mayDispose = ['CASEWORKER', 'LEADER'];

/** What the log tells of whoever asks for a disposal or confirms it. */
export async function decidingOf(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  partyId: string,
): Promise<{ readonly by: Deciding; readonly basis: readonly Basis[] }> {
  const { party, ownEntry, basis } = await partyOf(runner, tenant, partyId);
  if (party.status === 'absent') return { by: { known: false }, basis };
  // A party that others typed in and no login ever was is nobody's.
  if (ownEntry === undefined) return { by: { known: true, entitled: false, since: '' }, basis };
  const { actor, recordedAt: since } = ownEntry;
  const entitled = party.kind === 'STAFF' && mayDispose.includes(actor.role);
  return { by: { known: true, entitled, since }, basis };
}
