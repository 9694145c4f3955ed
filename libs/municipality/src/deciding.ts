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
  const { party, registered, basis } = await partyOf(runner, tenant, partyId);
  if (party.status === 'absent' || registered === undefined) return { by: { known: false }, basis };
  const { actor, recordedAt: since } = registered;
  // Registered by its own first command: a party that somebody else typed in is nobody who ever logged in.
  const entitled = party.kind === 'STAFF' && actor.partyId === partyId && mayDispose.includes(actor.role);
  return { by: { known: true, entitled, since }, basis };
}
