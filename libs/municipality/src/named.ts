import {
  type Basis,
  type CommandRunner,
  type Events,
  type NamedElsewhere,
  openCodesIn,
  type Recorded,
  referencesIn,
} from '#event-sourcing';
import { partiesAreKnown, unknownCodeIn } from './questions.js';

/** Whether every party and every code that these fields of an event name is the municipality's. */
export async function askNamed(
  runner: CommandRunner,
  tenant: string,
  {
    events,
    type,
    named,
  }: { readonly events: Events; readonly type: string; readonly named: Recorded['data'] },
): Promise<{ readonly named: NamedElsewhere; readonly basis: readonly Basis[] }> {
  const partyIds = [...new Set(referencesIn(events, type, named, 'party'))];
  const [parties, codes] = await Promise.all([
    partiesAreKnown(runner, tenant, partyIds),
    unknownCodeIn(runner, tenant, openCodesIn(events, type, named)),
  ]);
  return {
    named: { partyIsKnown: parties.answer, unknownCode: codes.answer },
    basis: [...parties.basis, ...codes.basis],
  };
}
