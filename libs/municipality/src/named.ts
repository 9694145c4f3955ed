import {
  type Basis,
  type Events,
  type NamedElsewhere,
  openCodesIn,
  type Recorded,
  type Recording,
  referencesIn,
} from '#event-sourcing';
import { partiesAreKnown, unknownCodeIn } from './questions.js';

/** Whether every party and every code that these fields of an event name is the municipality's; a unit that had ended by the day is not. */
export async function askNamed(
  runner: Pick<Recording, 'look'>,
  tenant: string,
  {
    events,
    type,
    named,
    day,
  }: {
    readonly events: Events;
    readonly type: string;
    readonly named: Recorded['data'];
    readonly day?: string | undefined;
  },
): Promise<{ readonly named: NamedElsewhere; readonly basis: readonly Basis[] }> {
  const partyIds = [...new Set(referencesIn(events, type, named, 'party'))];
  const [parties, codes] = await Promise.all([
    partiesAreKnown(runner, tenant, partyIds),
    unknownCodeIn(runner, tenant, openCodesIn(events, type, named), day),
  ]);
  return {
    named: { partyIsKnown: parties.answer, unknownCode: codes.answer },
    basis: [...parties.basis, ...codes.basis],
  };
}
